package com.srecopilot.telemetry;

import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one series measured within a window.
 *
 * @param labels all but the metric's name
 * @param unit as its sender names it, or empty
 * @param times in epoch seconds, rising
 * @param values as many; all finite
 */
public record MetricSeries(long id, String service, String metric, Map<String, String> labels, String unit, double[] times, double[] values) {

    /** Whether it only grows until its program starts anew; told by its name, as is the custom. */
    public boolean counter() {
        return metric.endsWith("_total") || metric.endsWith("_count") || metric.endsWith("_sum") || metric.endsWith("_bucket");
    }

    /** A counter's growth per second, one point fewer; after a restart it counts from zero. Anything else as it is. */
    public MetricSeries perSecond() {
        if (!counter()) {
            return this;
        }
        int[] steps = IntStream.range(1, times.length).filter(i -> times[i] > times[i - 1]).toArray();
        return new MetricSeries(id, service, metric, labels, unit, IntStream.of(steps).mapToDouble(i -> times[i]).toArray(),
                IntStream.of(steps).mapToDouble(i -> (values[i] >= values[i - 1] ? values[i] - values[i - 1] : values[i]) / (times[i] - times[i - 1])).toArray());
    }
}
