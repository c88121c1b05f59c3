/**
 * The append-only record of every act.
 * Written in the transaction of the act itself: no act without its record.
 */
@ApplicationModule(displayName = "Audit (floor 2)", allowedDependencies = {"tenancy", "realtime"})
package com.srecopilot.audit;

import org.springframework.modulith.ApplicationModule;
