package com.srecopilot.hypothesis.lookback;

import java.time.Instant;
import java.util.UUID;

/**
 * A walk over past incidents as it stands.
 *
 * @param state running, done or stopped
 * @param lookedAt incidents so far
 * @param explained those among them for which a cause is suspected
 * @param left incidents to go, 0 unless it runs
 */
record LookBack(UUID id, String state, int lookedAt, int explained, int left, String askedBy, Instant askedAt, Instant toldAt) {

    public boolean running() {
        return state.equals("running");
    }

    public int total() {
        return lookedAt + left;
    }

    public int percent() {
        return total() == 0 ? 0 : Math.min(99, 100 * lookedAt / total());
    }

    /** "212 looked at, causes suspected for 180". */
    public String outcome() {
        return lookedAt + " looked at, causes suspected for " + explained;
    }

    public String ended() {
        return running() ? "Running" : state.equals("done") ? "Done" : "Stopped";
    }
}
