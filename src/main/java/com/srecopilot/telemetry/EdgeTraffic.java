package com.srecopilot.telemetry;

/** Calls from one service to another within a window; percentiles of their durations in milliseconds, true to 5 percent. */
public record EdgeTraffic(String caller, String callee, long count, long errors, double p50, double p95, double p99) {
}
