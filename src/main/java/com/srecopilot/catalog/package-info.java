/**
 * The services a tenant runs: owners, tiers, regions, what depends on what, what changed.
 * Learns a service from the first alert that names it.
 */
@ApplicationModule(displayName = "Catalog (floor 4)", allowedDependencies = {"tenancy", "realtime", "audit", "identity"})
package com.srecopilot.catalog;

import org.springframework.modulith.ApplicationModule;
