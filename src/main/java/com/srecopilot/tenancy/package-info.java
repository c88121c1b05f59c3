/**
 * Whose data this is, who acts on it, and at what time.
 * Row-level security is bound here, for every transaction.
 */
@ApplicationModule(displayName = "Tenancy (floor 0)", allowedDependencies = {})
package com.srecopilot.tenancy;

import org.springframework.modulith.ApplicationModule;
