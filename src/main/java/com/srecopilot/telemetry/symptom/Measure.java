package com.srecopilot.telemetry.symptom;

import java.util.Locale;

/**
 * What is measured, and how its values are said.
 *
 * @param unit as its sender names it, or empty
 */
public record Measure(String metric, String unit) {

    /** Of a sender that names no unit, by the metric's name. */
    public static Measure of(String metric, String unit) {
        return new Measure(metric, !unit.isEmpty() ? unit : metric.contains("ratio") ? "ratio" : metric.contains("bytes") ? "bytes" : metric.endsWith("seconds") ? "s" : "");
    }

    public String words(double value) {
        return switch (unit) {
            case "bytes", "By" -> value >= 1 << 30 ? number(value / (1 << 30)) + " GiB" : number(value / (1 << 20)) + " MiB";
            case "s", "seconds" -> value < 1 ? number(value * 1_000) + " ms" : number(value) + " s";
            case "ratio" -> number(value * 100) + " %";
            default -> (number(value) + " " + unit).strip();
        };
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return size >= 1e6 ? String.format(Locale.ROOT, "%.3g", value) : String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
