/** People correct what the grouping made of alerts: two incidents become one, one becomes two. */
package com.srecopilot.incident.merging;
