/** The list of incidents: filters, order, counts. */
package com.srecopilot.incident.list;
