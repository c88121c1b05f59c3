package com.srecopilot.hypothesis.rootcause;

import java.util.Arrays;

/** Finite numbers in order, with the statistics that an outlier does not move. */
final class Sample {

    private final double[] sorted;

    Sample(double[] values) {
        sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    }

    int size() {
        return sorted.length;
    }

    double mean() {
        return Arrays.stream(sorted).average().orElse(0);
    }

    double median() {
        return quantile(0.5);
    }

    double quantile(double share) {
        if (sorted.length == 0) {
            return 0;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The usual wobble: the wider of two robust spreads, never less than a fiftieth of the level. */
    double wobble() {
        double middle = median();
        double deviation = new Sample(Arrays.stream(sorted).map(x -> Math.abs(x - middle)).toArray()).median() * 1.4826;
        double quartiles = (quantile(0.75) - quantile(0.25)) / 1.349;
        double tails = (quantile(0.95) - quantile(0.05)) / 3.29;
        return Math.max(Math.max(deviation, quartiles), Math.max(tails, 0.02 * Math.abs(middle))) + 1e-9;
    }
}
