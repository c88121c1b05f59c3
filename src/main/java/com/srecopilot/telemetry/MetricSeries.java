package com.srecopilot.telemetry;

import java.util.Map;

/**
 * What one series measured within a window.
 *
 * @param labels all but the metric's name
 * @param unit as its sender names it, or empty
 * @param times in epoch seconds, rising
 * @param values as many; all finite
 */
public record MetricSeries(long id, String service, String metric, Map<String, String> labels, String unit, double[] times, double[] values) {
}
