package com.srecopilot.hypothesis.rootcause;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One thing that speaks against a service.
 *
 * @param series what moved, or null when it is no metric
 * @param at when it moved, in epoch seconds: the series' own change point, or when all of it began
 */
public record Finding(String words, Series series, double at) {

    private static final double AFTER = 360;
    /** So many wobbles off is on its way. */
    private static final double OFF = 3;

    static Finding of(String words, Series series, double onset) {
        return new Finding(words, series, series == null ? onset : changePoint(series, onset));
    }

    /** The first sample without a break on the side where the series is after the onset. */
    private static double changePoint(Series series, double onset) {
        double[] times = series.times();
        int start = (int) Arrays.stream(times).filter(t -> t < onset).count();
        int[] sides = sides(series, onset);
        int first = IntStream.range(start, times.length).filter(i -> sides[i] > 0).findFirst().orElse(start);
        while (first == start && first > 0 && sides[first - 1] > 0 || first > 0 && first < start && sides[first - 1] > 0) {
            first--;
        }
        return first < times.length ? times[footOf(series, onset, first)] : onset;
    }

    /** A slope began before its middle: the first sample without a break that is off on that side. */
    private static int footOf(Series series, double onset, int middle) {
        Sample before = new Sample(between(series, 0, onset));
        double side = Math.signum(series.values()[middle] - before.median());
        int foot = middle;
        while (foot > 0 && side * (series.values()[foot - 1] - before.median()) > OFF * before.wobble()) {
            foot--;
        }
        return foot;
    }

    /** 1 where a value is nearer to what it is after the onset than to what it was before. */
    private static int[] sides(Series series, double onset) {
        double[] times = series.times();
        double before = new Sample(between(series, 0, onset)).median();
        double after = new Sample(between(series, onset, onset + AFTER)).median();
        return IntStream.range(0, times.length).map(i -> Math.abs(series.values()[i] - after) < Math.abs(series.values()[i] - before) ? 1 : 0).toArray();
    }

    private static double[] between(Series series, double from, double to) {
        return IntStream.range(0, series.times().length).filter(i -> series.times()[i] >= from && series.times()[i] < to).mapToDouble(i -> series.values()[i]).toArray();
    }
}
