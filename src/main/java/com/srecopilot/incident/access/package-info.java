/** Private incidents: who may read them. The database shows them to nobody else. */
package com.srecopilot.incident.access;
