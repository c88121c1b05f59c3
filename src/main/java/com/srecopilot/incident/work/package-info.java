/** What people do with an incident: each verb a resource. */
package com.srecopilot.incident.work;
