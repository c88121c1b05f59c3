package com.srecopilot.alert.format;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The usual words of senders for an alert that fires and for one that is over. */
public final class StatusWords {

    private static final Set<String> OVER = Set.of("resolved", "resolve", "ok", "okay", "recovered", "recovery", "closed", "deactivated",
            "close", "clear", "cleared", "up", "normal", "inactive", "healthy", "success", "succeeded", "ended", "fixed");
    private static final Set<String> FIRES = Set.of("firing", "fire", "trigger", "triggered", "open", "opened", "problem",
            "alerting", "down", "active", "failing", "failed", "failure", "unhealthy", "critical", "error", "warning",
            "started", "created", "new", "degraded", "acknowledge", "acknowledged", "unresolved");

    private StatusWords() {
    }

    /** Whether the words say that it is over; empty when they say nothing. The last word that does wins: {@code DOWN -> UP}. */
    public static Optional<Boolean> over(String words) {
        Optional<Boolean> over = Optional.empty();
        for (String word : words.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (OVER.contains(word)) {
                over = Optional.of(true);
            } else if (FIRES.contains(word)) {
                over = Optional.of(false);
            }
        }
        return over;
    }
}
