/** What people lay beside an incident: files, log lines, links; kept in the database or in a folder. */
package com.srecopilot.incident.evidence;
