package com.srecopilot.telemetry;

/**
 * One span.
 *
 * @param at its start, in epoch seconds
 * @param parentId empty at the root
 * @param duration in milliseconds
 */
public record TracedSpan(double at, String traceId, String spanId, String parentId, String service, String operation, double duration, boolean failed) {
}
