package com.srecopilot.alert.receipt;

import java.time.Instant;
import java.util.Objects;

/**
 * That an alert came to an incident, or to none.
 *
 * @param by who moved it there, or null when no person did
 * @param hidden the incident is private
 */
record Joining(Instant at, String rule, String incident, String reason, String by, boolean hidden) {

    Decision decision() {
        String why = hidden ? "its incident is private" : reason;
        return new Decision(at, "grouped", Objects.requireNonNullElse(rule, "incident"),
                hidden || incident == null ? "no incident" : incident, by == null ? why : why + ", by " + by);
    }
}
