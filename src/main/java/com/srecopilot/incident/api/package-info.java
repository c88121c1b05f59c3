/** Incidents for programs: {@code /api/v1/incidents}. */
package com.srecopilot.incident.api;
