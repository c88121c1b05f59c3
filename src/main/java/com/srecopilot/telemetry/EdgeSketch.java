package com.srecopilot.telemetry;

import java.util.stream.Stream;

/** How long calls took, in buckets whose bounds grow by 2^(1/8), the first at one microsecond. */
record EdgeSketch(Integer[] buckets, Long[] counts) {

    private static final double PER_DOUBLING = 8;

    EdgeTraffic traffic(String caller, String callee, long count, long errors) {
        return new EdgeTraffic(caller, callee, count, errors, quantile(0.5), quantile(0.95), quantile(0.99));
    }

    /** The middle of the bucket in which it lies, in milliseconds. */
    double quantile(double share) {
        double below = share * Stream.of(counts).mapToLong(Long::longValue).sum();
        long passed = 0;
        for (int i = 0; i < buckets.length; i++) {
            passed += counts[i];
            if (passed >= below) {
                return Math.pow(2, (buckets[i] + 0.5) / PER_DOUBLING) / 1000;
            }
        }
        return 0;
    }
}
