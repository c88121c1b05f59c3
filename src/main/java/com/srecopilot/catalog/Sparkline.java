package com.srecopilot.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts as a tiny curve, zero-based, 96 wide and 28 high.
 *
 * @param line points of the polyline
 * @param total over all of it
 */
public record Sparkline(String line, long total, int steps, long most) {

    private static final double WIDTH = 96;
    private static final double FLOOR = 26;
    private static final double ROOM = 24;

    public static Sparkline of(List<Long> counts) {
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
        double step = WIDTH / Math.max(1, counts.size() - 1);
        String line = IntStream.range(0, counts.size())
                .mapToObj(i -> String.format(Locale.ROOT, "%.1f,%.1f", i * step, FLOOR - ROOM * counts.get(i) / Math.max(1, most)))
                .collect(Collectors.joining(" "));
        return new Sparkline(line, counts.stream().mapToLong(Long::longValue).sum(), counts.size(), most);
    }

    /** The polygon under the line. */
    public String area() {
        return line.isEmpty() ? "" : "0,28 " + line + " 96,28";
    }

    /** The curve in a sentence, of the plural noun: {@code 12 alerts in 24 h, at most 5 in one}. */
    public String words(String nouns) {
        return total == 0 ? "no " + nouns + " in " + steps + " h" : total + " " + nouns + " in " + steps + " h, at most " + most + " in one";
    }
}
