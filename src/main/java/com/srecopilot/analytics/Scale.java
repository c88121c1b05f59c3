package com.srecopilot.analytics;

import java.util.List;
import java.util.stream.IntStream;

/** An axis from zero to a round number, in four equal parts. */
record Scale(long top) {

    private static final int PARTS = 4;
    private static final List<Integer> ROUND = List.of(1, 2, 3, 5, 6, 10);

    /** The least round top that holds the value. */
    static Scale to(double most) {
        for (long power = 1; ; power *= 10) {
            for (int round : ROUND) {
                if ((long) round * PARTS * power >= most) {
                    return new Scale((long) round * PARTS * power);
                }
            }
        }
    }

    /** From the top down. */
    public List<Long> marks() {
        return IntStream.rangeClosed(0, PARTS).mapToObj(part -> top - top / PARTS * part).toList();
    }

    /** Where a value stands in a box that is 100 high, from its upper edge. */
    double y(double value) {
        return Math.round(1_000 - 1_000 * value / top) / 10.0;
    }
}
