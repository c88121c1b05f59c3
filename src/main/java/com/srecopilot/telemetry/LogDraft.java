package com.srecopilot.telemetry;

/**
 * A line that a service logged, as it arrives.
 *
 * @param millis since the epoch
 * @param severity {@code error}, {@code warn}, {@code info}, {@code debug} or empty
 */
public record LogDraft(long millis, String service, String severity, String line) {
}
