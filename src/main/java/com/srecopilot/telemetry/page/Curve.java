package com.srecopilot.telemetry.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

import com.srecopilot.catalog.Sparkline.Stroke;

/**
 * A metric of the last hour as a tiny curve.
 *
 * @param label what is measured
 * @param name all of its name
 * @param minutes one value for each minute; NaN where nothing was measured
 */
public record Curve(String label, String name, String unit, double[] minutes) {

    private static final int LONGEST = 34;

    static Curve of(String name, String unit, double[] minutes) {
        return new Curve(name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name, name, unit, minutes);
    }

    public Stroke stroke() {
        return Stroke.through(minutes);
    }

    public String words(String nouns) {
        return nouns + ": " + now() + " at last, " + amount(known().min().orElse(0)) + " to " + amount(known().max().orElse(0)) + " in the last hour";
    }

    /** The last value. */
    public String now() {
        return amount(known().reduce((before, after) -> after).orElse(0));
    }

    private DoubleStream known() {
        return Arrays.stream(minutes).filter(value -> !Double.isNaN(value));
    }

    private String amount(double value) {
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
