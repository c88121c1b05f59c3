package com.srecopilot.telemetry.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.DoubleStream;

/**
 * A metric of the last hour as a tiny curve, 96 wide and 28 high, from zero on.
 *
 * @param label what is measured
 * @param name all of its name
 * @param minutes one value for each minute; NaN where nothing was measured
 */
public record Curve(String label, String name, String unit, double[] minutes) {

    private static final double WIDTH = 96;
    private static final double FLOOR = 26;
    private static final double ROOM = 24;
    private static final int LONGEST = 34;

    static Curve of(String name, String unit, double[] minutes) {
        return new Curve(name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name, name, unit, minutes);
    }

    /** The points of the polyline. */
    public String line() {
        double most = Math.max(known().max().orElse(0), 1e-300);
        var points = new StringJoiner(" ");
        for (int i = 0; i < minutes.length; i++) {
            if (!Double.isNaN(minutes[i])) {
                points.add(String.format(Locale.ROOT, "%.1f,%.1f", i * WIDTH / Math.max(1, minutes.length - 1), FLOOR - ROOM * Math.max(0, minutes[i]) / most));
            }
        }
        return points.toString();
    }

    /** The polygon under the line. */
    public String area() {
        String[] points = line().split(" ");
        return line().isEmpty() ? "" : points[0].split(",")[0] + ",28 " + line() + " " + points[points.length - 1].split(",")[0] + ",28";
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
