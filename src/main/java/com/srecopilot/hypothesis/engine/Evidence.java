package com.srecopilot.hypothesis.engine;

import java.util.Locale;
import java.util.Objects;

/**
 * One fact in one sentence, and where to look it up.
 *
 * @param text a sentence without its full stop; plain text, may hold what senders wrote
 * @param url path that opens the very alert, change, edge, incident, verdicts or measurement
 * @param chart what was measured, or null
 */
public record Evidence(Kind kind, String text, String url, Chart chart) {

    Evidence(Kind kind, String text, String url) {
        this(kind, text, url, null);
    }

    public enum Kind {
        ALERT, CHANGE, EDGE, INCIDENT, VERDICT, METRIC;

        /** As the API spells it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Evidence {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(url, "url");
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("Evidence says nothing");
        }
    }
}
