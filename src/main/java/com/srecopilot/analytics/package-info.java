/**
 * What many incidents tell together: how long they take, when and where they happen, how bad they are.
 * Every figure says how many incidents it rests on.
 */
@ApplicationModule(displayName = "Analytics (floor 9)", allowedDependencies = {"tenancy", "identity", "catalog", "incident"})
package com.srecopilot.analytics;

import org.springframework.modulith.ApplicationModule;
