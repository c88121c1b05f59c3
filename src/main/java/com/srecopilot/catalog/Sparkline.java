package com.srecopilot.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts of so many hours, with their curve.
 *
 * @param total over all of it
 */
public record Sparkline(Stroke stroke, long total, int steps, long most) {

    public static Sparkline of(List<Long> counts) {
        return new Sparkline(Stroke.through(counts.stream().mapToDouble(Long::doubleValue).toArray()),
                counts.stream().mapToLong(Long::longValue).sum(), counts.size(), counts.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /** The curve in a sentence, of the plural noun: {@code 12 alerts in 24 h, at most 5 in one}. */
    public String words(String nouns) {
        return total == 0 ? "no " + nouns + " in " + steps + " h" : total + " " + nouns + " in " + steps + " h, at most " + most + " in one";
    }

    /**
     * Values at even steps as a tiny curve, from zero on, 96 wide and 28 high.
     *
     * @param line points of the polyline, empty without a value
     */
    public record Stroke(String line) {

        private static final double WIDTH = 96;
        private static final double FLOOR = 26;
        private static final double ROOM = 24;

        /** Whatever is no number leaves its step out. */
        public static Stroke through(double... values) {
            double most = Arrays.stream(values).filter(value -> value > 0).max().orElse(1);
            double step = WIDTH / Math.max(1, values.length - 1);
            return new Stroke(IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i]))
                    .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", i * step, FLOOR - ROOM * Math.max(0, values[i]) / most))
                    .collect(Collectors.joining(" ")));
        }

        /** The polygon under the line. */
        public String area() {
            String[] places = line.split("[, ]");
            return line.isEmpty() ? "" : places[0] + ",28 " + line + " " + places[places.length - 2] + ",28";
        }
    }
}
