package com.srecopilot.hypothesis.rootcause;

/** One span; start in epoch seconds, duration in milliseconds; parent is empty at the root. */
public record Span(double start, String id, String parent, String service, String operation, double duration, boolean failed) {
}
