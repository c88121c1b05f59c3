/** Telemetry on the pages of services and their map. */
package com.srecopilot.telemetry.page;
