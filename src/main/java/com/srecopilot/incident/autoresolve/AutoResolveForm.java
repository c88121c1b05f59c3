package com.srecopilot.incident.autoresolve;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.validation.constraints.Pattern;

/** Minutes of quiet by severity as a person writes them; an empty field leaves it to people. */
record AutoResolveForm(@Pattern(regexp = MINUTES, message = WRONG) String critical, @Pattern(regexp = MINUTES, message = WRONG) String high,
        @Pattern(regexp = MINUTES, message = WRONG) String medium, @Pattern(regexp = MINUTES, message = WRONG) String low) {

    private static final String MINUTES = "\\s*([1-9]\\d{0,3}|100[0-7]\\d|10080)?\\s*";
    private static final String WRONG = "takes whole minutes from 1 to 10080, which are 7 days, or nothing";

    static AutoResolveForm of(QuietRules rules) {
        return new AutoResolveForm(text(rules, "critical"), text(rules, "high"), text(rules, "medium"), text(rules, "low"));
    }

    private static String text(QuietRules rules, String severity) {
        return Objects.toString(rules.minutes().get(severity), "");
    }

    QuietRules rules() {
        var minutes = new TreeMap<String, Integer>();
        written().forEach((severity, text) -> {
            if (!text.isBlank()) {
                minutes.put(severity, Integer.valueOf(text.strip()));
            }
        });
        return new QuietRules(minutes);
    }

    private Map<String, String> written() {
        return Map.of("critical", Objects.toString(critical, ""), "high", Objects.toString(high, ""), "medium", Objects.toString(medium, ""),
                "low", Objects.toString(low, ""));
    }
}
