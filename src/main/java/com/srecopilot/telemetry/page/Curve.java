package com.srecopilot.telemetry.page;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import com.srecopilot.catalog.Sparkline.Stroke;
import com.srecopilot.telemetry.symptom.Measure;

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
        return new Measure(name, unit).words(value);
    }
}
