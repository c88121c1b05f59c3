/**
 * Takes alerts from any sender, durably, and keeps one row per firing episode.
 * Every delivery leaves a receipt that tells what became of it.
 */
@ApplicationModule(displayName = "Alert (floor 5)", allowedDependencies = {"tenancy", "realtime", "search", "encryption", "audit", "identity", "catalog"})
package com.srecopilot.alert;

import org.springframework.modulith.ApplicationModule;
