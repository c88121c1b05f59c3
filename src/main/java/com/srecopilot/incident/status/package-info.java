/** Status updates: what those who wait for an incident's end are told. */
package com.srecopilot.incident.status;
