package com.srecopilot.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Samples of one series as they arrive.
 *
 * @param labels all but the metric's name
 * @param unit as its sender names it, or empty
 * @param millis since the epoch, in any order
 * @param values as many
 */
public record MetricDraft(String metric, String service, SortedMap<String, String> labels, String unit, long[] millis, double[] values) {

    /** One for all time: the same metric and labels. */
    UUID hash() {
        var text = new StringBuilder(metric).append('\0').append(service);
        labels.forEach((name, value) -> text.append('\0').append(name).append('\0').append(value));
        return Hash.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
