package com.srecopilot.incident;

import java.util.HashMap;
import java.util.Map;

/**
 * What the timeline is told.
 *
 * @param data facts for programs: {@code url}, {@code note}, {@code state} …
 * @param once a key under which this is told a single time per incident, or null
 */
public record Telling(TimelineKind kind, String text, Map<String, Object> data, String once) {

    public static Telling of(TimelineKind kind, String text) {
        return new Telling(kind, text, Map.of(), null);
    }

    /** @param value null or blank leaves the fact out */
    public Telling with(String fact, String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        var facts = new HashMap<>(data);
        facts.put(fact, value);
        return new Telling(kind, text, facts, once);
    }

    public Telling once(String key) {
        return new Telling(kind, text, data, key);
    }
}
