package com.srecopilot.demo.story;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A way in which things break.
 *
 * @param services where; the first ones more often
 * @param severity drawn from these
 * @param cause {@code release}, {@code setting} or {@code none}
 * @param spreads callers feel it
 * @param harmless a false alarm
 * @param monthend comes with the load at the end of a month
 * @param alerts summaries by name; the first one opens
 * @param seen what people find, {@code tried} what they do about it, {@code fixed} what helps, {@code later} what is learned
 */
record Trouble(List<String> services, int weight, List<String> severity, String cause, boolean spreads, boolean harmless,
        boolean monthend, Map<String, String> alerts, List<String> seen, List<String> tried, List<String> fixed, List<String> later) {

    /** Everything that may be said of it. */
    List<String> texts() {
        return Stream.of(alerts.values(), seen, tried, fixed, later).flatMap(Collection::stream).toList();
    }

    boolean causedBy(String kind, String service) {
        return cause.equals(kind) && services.contains(service);
    }
}
