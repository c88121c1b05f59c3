/** What is written about the affected service, at hand on the incident's page. */
package com.srecopilot.incident.runbook;
