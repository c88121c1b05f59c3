/**
 * Real PostgreSQL and Redis in this process's care when none is configured.
 * Also says in one line what keeps the product from starting.
 */
@ApplicationModule(displayName = "Standalone (floor 0)", allowedDependencies = {})
package com.srecopilot.standalone;

import org.springframework.modulith.ApplicationModule;
