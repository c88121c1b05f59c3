package com.srecopilot.alert.receipt;

import java.time.Instant;

/**
 * One step of the way from a body to an alert.
 *
 * @param step received, parsed, adjusted, deduplicated, opened, resolved, dropped, grouped, suppressed or lifted
 * @param rule the reason, by name
 */
public record Decision(Instant at, String step, String rule, String outcome, String detail) {
}
