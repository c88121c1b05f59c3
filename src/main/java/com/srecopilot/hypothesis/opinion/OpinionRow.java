package com.srecopilot.hypothesis.opinion;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The latest opinion on an incident.
 *
 * @param failure why there is none, for people, or null
 * @param finishedAt null while the model writes
 */
record OpinionRow(UUID id, String model, Opinion opinion, String failure, Instant askedAt, Instant finishedAt) {

    /** A node that was killed is not waited for. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(3);

    boolean writes(Instant now) {
        return finishedAt == null && askedAt.plus(GIVEN_UP).isAfter(now);
    }
}
