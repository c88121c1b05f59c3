package com.srecopilot.alert.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The senders' words for severity, in our four. */
public final class SeverityWords {

    private static final Map<String, String> OURS = new HashMap<>();

    static {
        means("critical", "critical crit fatal emergency emerg disaster p1 sev0 page");
        means("high", "high error err major p2 sev1");
        means("medium", "medium warning warn average minor moderate p3 sev2");
        means("low", "low info informational information notice p4 p5 sev3 sev4 debug unknown none ok");
    }

    private SeverityWords() {
    }

    private static void means(String ours, String theirs) {
        for (String word : theirs.split(" ")) {
            OURS.put(word, ours);
        }
    }

    /** Tries the whole, then each word of it: {@code Sev 1}, {@code P2 - High}. */
    public static Optional<String> ours(String theirs) {
        String known = OURS.get(theirs);
        if (known != null) {
            return Optional.of(known);
        }
        String text = theirs.toLowerCase(Locale.ROOT);
        String whole = OURS.get(text.replaceAll("[^a-z0-9]", ""));
        if (whole != null) {
            return Optional.of(whole);
        }
        for (String word : text.split("[^a-z0-9]+")) {
            if (OURS.containsKey(word)) {
                return Optional.of(OURS.get(word));
            }
        }
        return Optional.empty();
    }
}
