/**
 * From detection to resolution: state, severity, people, timeline.
 * Opened by alerts or by hand.
 */
@ApplicationModule(displayName = "Incident (floor 7)", allowedDependencies = {"tenancy", "realtime", "search", "audit", "identity", "catalog", "alert", "telemetry :: symptom"})
package com.srecopilot.incident;

import org.springframework.modulith.ApplicationModule;
