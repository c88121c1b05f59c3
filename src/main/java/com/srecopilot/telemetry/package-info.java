/**
 * Takes metrics, traces and logs from what measures already, keeps them for a while by day, and tells what services did
 * around a moment: their series, who called whom and how it went, their spans and what they logged.
 */
@ApplicationModule(displayName = "Telemetry (floor 5)", allowedDependencies = {"tenancy", "encryption", "audit", "identity", "catalog"})
package com.srecopilot.telemetry;

import org.springframework.modulith.ApplicationModule;
