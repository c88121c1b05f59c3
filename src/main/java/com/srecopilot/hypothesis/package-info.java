/**
 * Suspected causes of an incident, each with the facts it rests on.
 * The engine proposes; people validate or reject.
 */
@ApplicationModule(displayName = "Hypothesis (floor 8)", allowedDependencies = {"tenancy", "realtime", "encryption", "audit", "identity", "catalog", "alert", "telemetry", "incident"})
package com.srecopilot.hypothesis;

import org.springframework.modulith.ApplicationModule;
