package com.srecopilot.alert.source;

import java.time.Duration;

/** How long the key until now goes on to work beside a new one. */
enum Grace {

    DAY(Duration.ofDays(1), "24 hours more"),
    HOUR(Duration.ofHours(1), "1 hour more"),
    WEEK(Duration.ofDays(7), "7 days more"),
    NONE(Duration.ZERO, "no longer: it stops at once");

    private final Duration time;
    private final String label;

    Grace(Duration time, String label) {
        this.time = time;
        this.label = label;
    }

    Duration time() {
        return time;
    }

    /** Completes "The key until now works". */
    public String label() {
        return label;
    }
}
