/** What telemetry comes from where, and the Prometheus that is read from: the page {@code /settings/telemetry}. */
package com.srecopilot.telemetry.source;
