package com.srecopilot.telemetry.receiver;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** One half of a sketch: how many lie in each bucket. @param indexes rising; bucket i ends where bucket i + 1 begins */
record Side(int[] indexes, double[] counts) {

    static final Side EMPTY = new Side(new int[0], new double[0]);

    double total() {
        return DoubleStream.of(counts).sum();
    }

    /** The same with bounds 2^by as far apart. */
    Side coarser(int by) {
        if (by == 0) {
            return this;
        }
        int[] merged = new int[indexes.length];
        double[] sums = new double[indexes.length];
        int size = 0;
        for (int i = 0; i < indexes.length; i++) {
            int index = indexes[i] >> by;
            size = size > 0 && merged[size - 1] == index ? size : size + 1;
            merged[size - 1] = index;
            sums[size - 1] += counts[i];
        }
        return new Side(Arrays.copyOf(merged, size), Arrays.copyOf(sums, size));
    }

    /** What came since; null when there is less of something than there was. */
    Side since(Side earlier) {
        double[] grown = counts.clone();
        int found = 0;
        for (int i = 0, j = 0; i < indexes.length && j < earlier.indexes.length; i++) {
            if (indexes[i] == earlier.indexes[j]) {
                grown[i] -= earlier.counts[j++];
                found++;
            }
            if (grown[i] < 0) {
                return null;
            }
        }
        return found == earlier.indexes.length ? new Side(indexes, grown) : null;
    }
}
