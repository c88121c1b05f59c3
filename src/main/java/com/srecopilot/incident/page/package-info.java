/** The page of one incident, and what is pushed to it. */
package com.srecopilot.incident.page;
