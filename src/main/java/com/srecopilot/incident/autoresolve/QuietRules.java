package com.srecopilot.incident.autoresolve;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** @param minutes of quiet by severity; one that isn't in it is never resolved without a person */
record QuietRules(Map<String, Integer> minutes) {

    static final QuietRules OFF = new QuietRules(Map.of());

    Optional<Duration> of(String severity) {
        return Optional.ofNullable(minutes.get(severity)).map(Duration::ofMinutes);
    }

    boolean off() {
        return minutes.isEmpty();
    }

    /** For the audit. */
    Map<String, Object> told() {
        return new TreeMap<>(minutes);
    }
}
