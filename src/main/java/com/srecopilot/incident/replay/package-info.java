/** The page of the grouping rules, and what a draft of them would have made of the alerts that came. */
package com.srecopilot.incident.replay;
