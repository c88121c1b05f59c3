package com.srecopilot.hypothesis.accuracy;

/** How often this tenant's people validated the cause that stood first when it was suspected. */
record HitRate(int hits, int incidents) {

    static final int FEWEST = 20;

    public boolean enough() {
        return incidents >= FEWEST;
    }

    /** Where the rate lies with 95 % certainty, after Wilson (1927). */
    public String interval() {
        double z = 1.96 * 1.96;
        double middle = (hits + z / 2) / (incidents + z);
        double reach = 1.96 / (incidents + z) * Math.sqrt(hits * (incidents - hits) / (double) incidents + z / 4);
        return Math.round(100 * (middle - reach)) + " % to " + Math.round(100 * (middle + reach)) + " %";
    }

    public String percent() {
        return Math.round(100.0 * hits / incidents) + " %";
    }
}
