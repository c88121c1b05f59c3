/** The doors for telemetry: Prometheus' remote write and OpenTelemetry over HTTP. */
package com.srecopilot.telemetry.receiver;
