/**
 * Topics, their ordered and replayable log, and the streams that carry it to open pages.
 * Knows nothing of what it carries: rooms above own their topics and render their fragments.
 */
@ApplicationModule(displayName = "Realtime (floor 1)", allowedDependencies = {"tenancy"})
package com.srecopilot.realtime;

import org.springframework.modulith.ApplicationModule;
