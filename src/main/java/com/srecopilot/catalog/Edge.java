package com.srecopilot.catalog;

import java.util.Locale;
import java.util.Map;

/** One service calls another; both by name. */
public record Edge(String caller, String callee) {

    /** A room above that sees calls happen; one bean for each. */
    public interface Watch {

        /** How calls went in the last minutes; those that nobody saw are left out. */
        Map<Edge, Traffic> lately();
    }

    /**
     * Calls of the last minutes.
     *
     * @param failing the share that failed, up to 1
     * @param p95 milliseconds within which 95 of 100 were answered
     */
    public record Traffic(double perMinute, double failing, double p95) {

        private static final double BAD = 0.05;

        public boolean bad() {
            return failing >= BAD;
        }

        public String words() {
            return String.format(Locale.ROOT, perMinute < 10 ? "%.1f a min" : "%.0f a min", perMinute) + (failing > 0 ? String.format(Locale.ROOT, ", %.1f %% fail", 100 * failing) : "")
                    + (p95 < 1_000 ? String.format(Locale.ROOT, ", p95 %.0f ms", p95) : String.format(Locale.ROOT, ", p95 %.1f s", p95 / 1_000));
        }
    }
}
