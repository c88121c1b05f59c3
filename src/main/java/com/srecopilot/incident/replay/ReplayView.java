package com.srecopilot.incident.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.srecopilot.incident.grouping.GroupingRules;

/**
 * A replay as it stands.
 *
 * @param days how far back it looks, from its beginning
 * @param state running, done, failed, or lost when its node has gone
 * @param result null until done
 */
record ReplayView(UUID id, int days, GroupingRules rules, String state, long total, long seen, Instant toldAt, Replay.Result result,
        String createdBy, Instant createdAt) {

    /** A run tells of itself every few seconds; one that has not for so long is gone. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    ReplayView at(Instant now) {
        boolean lost = running() && toldAt.isBefore(now.minus(PATIENCE));
        return lost ? new ReplayView(id, days, rules, "lost", total, seen, toldAt, result, createdBy, createdAt) : this;
    }

    public boolean running() {
        return state.equals("running");
    }

    public boolean done() {
        return state.equals("done");
    }

    public int percent() {
        return total == 0 ? 0 : (int) Math.min(99, 100 * seen / total);
    }

    Instant since() {
        return createdAt.minus(Duration.ofDays(days));
    }
}
