package com.srecopilot.hypothesis.accuracy;

/** How often this tenant's people validated the cause that stood first when it was suspected. */
record HitRate(int hits, int incidents) {

    static final int FEWEST = 20;

    public boolean enough() {
        return incidents >= FEWEST;
    }

    public String percent() {
        return Math.round(100.0 * hits / incidents) + " %";
    }
}
