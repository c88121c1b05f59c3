package com.srecopilot.telemetry;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a delivery.
 *
 * @param accepted kept, those already known included
 * @param ignored what tells nothing: stale markers, values that are no number
 * @param refusals how many were refused, by reason
 */
public record Stored(long accepted, long ignored, Map<String, Long> refusals) {

    public static final Stored NOTHING = new Stored(0, 0, Map.of());

    public Stored plus(Stored other) {
        var all = new TreeMap<>(refusals);
        other.refusals.forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return new Stored(accepted + other.accepted, ignored + other.ignored, all);
    }

    public long refused() {
        return refusals.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One sentence for whoever sent it; empty when nothing was refused. */
    public String complaint() {
        return refusals.entrySet().stream().map(each -> each.getValue() + " refused: " + each.getKey()).reduce((a, b) -> a + "; " + b).orElse("");
    }
}
