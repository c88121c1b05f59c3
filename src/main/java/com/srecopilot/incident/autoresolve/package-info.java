/** Incidents whose alerts are over for a while and that nobody has touched are resolved, where a tenant wants it. */
package com.srecopilot.incident.autoresolve;
