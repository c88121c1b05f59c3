/** What people lay beside an incident: files, log lines, links; kept in the database or in a folder. */
@NamedInterface("evidence")
package com.srecopilot.incident.evidence;

import org.springframework.modulith.NamedInterface;
