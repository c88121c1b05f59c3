package com.srecopilot.telemetry.source;

/** A Prometheus that gave no usable answer, and why. */
final class Unanswered extends RuntimeException {

    Unanswered(String reason) {
        super(reason, null, false, false);
    }
}
