/** Which alerts tell of one cause: pure, in event time, along the service graph; and what each tenant sets about it. */
package com.srecopilot.incident.grouping;
