/**
 * The demo cast and their web shop, with weeks of history; profile demo only.
 * Seeds through the same services that people use.
 */
@ApplicationModule(displayName = "Demo (floor 11)", allowedDependencies = {"standalone", "tenancy", "identity", "catalog", "alert",
        "incident", "incident :: opening", "hypothesis"})
package com.srecopilot.demo;

import org.springframework.modulith.ApplicationModule;
