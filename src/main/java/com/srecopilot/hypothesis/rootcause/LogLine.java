package com.srecopilot.hypothesis.rootcause;

/** One line a service logged, at epoch seconds. */
public record LogLine(double at, String service, String message) {
}
