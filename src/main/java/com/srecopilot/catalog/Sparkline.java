package com.srecopilot.catalog;

import java.util.List;

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
}
