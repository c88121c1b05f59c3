/**
 * The home page: what is broken now, how bad, who has it.
 * Composes the tiles that lower rooms offer.
 */
@ApplicationModule(displayName = "Dashboard (floor 10)", allowedDependencies = {"tenancy", "realtime", "audit", "identity", "catalog", "alert", "incident", "hypothesis"})
package com.srecopilot.dashboard;

import org.springframework.modulith.ApplicationModule;
