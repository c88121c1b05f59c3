package com.srecopilot.telemetry.receiver;

/**
 * A histogram whose bounds grow by 2^(2^-schema), as OpenTelemetry's exponential ones and Prometheus' native ones do:
 * bucket i of a side holds what lies above 2^(i·2^-schema), up to and with the next bound.
 */
record Sketch(int schema, double zero, Side negative, Side positive) {

    double count() {
        return zero + negative.total() + positive.total();
    }

    int size() {
        return negative.indexes().length + positive.indexes().length;
    }

    /** What came since; all of it when it was started anew meanwhile. */
    Sketch since(Sketch earlier) {
        int common = Math.min(schema, earlier.schema);
        Side down = negative.coarser(schema - common).since(earlier.negative.coarser(earlier.schema - common));
        Side up = positive.coarser(schema - common).since(earlier.positive.coarser(earlier.schema - common));
        return down == null || up == null || zero < earlier.zero ? this : new Sketch(common, zero - earlier.zero, down, up);
    }

    /** The middle of the bucket in which it lies: off by at most half a bucket, 4.4 % at schema 3. NaN for nothing. */
    double quantile(double share) {
        double below = share * count();
        double passed = 0;
        for (int i = negative.indexes().length - 1; i >= 0; i--) {
            passed += negative.counts()[i];
            if (passed >= below && passed > 0) {
                return -middle(negative.indexes()[i]);
            }
        }
        passed += zero;
        if (passed >= below && passed > 0) {
            return 0;
        }
        for (int i = 0; i < positive.indexes().length; i++) {
            passed += positive.counts()[i];
            if (passed >= below && passed > 0) {
                return middle(positive.indexes()[i]);
            }
        }
        return Double.NaN;
    }

    private double middle(int index) {
        return Math.pow(2, (index + 0.5) * Math.pow(2, -schema));
    }
}
