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
     * @param minutes how many they are
     * @param p95 milliseconds within which 95 of 100 were answered; the others alike
     */
    public record Traffic(double perMinute, double failing, long minutes, double p50, double p95, double p99) {

        private static final double BAD = 0.05;

        public boolean bad() {
            return failing >= BAD;
        }

        public String words() {
            return String.format(Locale.ROOT, perMinute < 10 ? "%.1f a min" : "%.0f a min", perMinute) + (failing > 0 ? String.format(Locale.ROOT, ", %.1f %% fail", 100 * failing) : "")
                    + ", p95 " + time(p95);
        }

        public String percentiles() {
            return "p50 " + time(p50) + ", p95 " + time(p95) + ", p99 " + time(p99) + ", of the last " + minutes + " minutes";
        }

        private static String time(double millis) {
            return millis < 1_000 ? String.format(Locale.ROOT, "%.0f ms", millis) : String.format(Locale.ROOT, "%.1f s", millis / 1_000);
        }
    }
}
