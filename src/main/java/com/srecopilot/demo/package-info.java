/**
 * The demo cast and their web shop, with months of history, and a simulator of failures; profile demo only.
 * Writes the past as the rooms' verbs would, and plays the present over HTTP.
 */
@ApplicationModule(displayName = "Demo (floor 11)", allowedDependencies = {"standalone", "tenancy", "identity", "catalog", "alert", "telemetry",
        "incident", "incident :: opening", "incident :: evidence", "hypothesis", "dashboard"})
package com.srecopilot.demo;

import org.springframework.modulith.ApplicationModule;
