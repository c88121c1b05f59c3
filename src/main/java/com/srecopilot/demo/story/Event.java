package com.srecopilot.demo.story;

import java.time.Instant;

/**
 * A change, or something that broke, or both: a change that broke something.
 *
 * @param kind {@code release}, {@code setting} or {@code none}
 * @param service what changed or broke
 * @param trouble null when nothing broke
 * @param acknowledged when somebody saw it, and {@code end} when it was over
 */
record Event(Instant at, String kind, String service, Trouble trouble, String severity, Instant start, Instant acknowledged, Instant end) {

    static Event change(Instant at, String kind, String service) {
        return new Event(at, kind, service, null, null, null, null, null);
    }

    Instant last() {
        return end == null ? at : end;
    }
}
