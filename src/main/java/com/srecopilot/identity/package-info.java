/**
 * People, roles and what they may do; how they and their programs prove who they are.
 * Also owns the frame around every page: navigation, theme, the signed-in person.
 */
@ApplicationModule(displayName = "Identity (floor 3)", allowedDependencies = {"tenancy", "standalone", "realtime", "audit"})
package com.srecopilot.identity;

import org.springframework.modulith.ApplicationModule;
