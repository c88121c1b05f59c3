package com.srecopilot.alert.episode;

import java.time.Instant;

/**
 * One start time that a sender named, and what is known of it.
 *
 * @param count firing deliveries that named it
 * @param endsAt the earliest end that a resolve of this start named, or null
 */
public record Sighting(Instant startsAt, long count, Instant endsAt) {

    Sighting and(long more, Instant end) {
        return new Sighting(startsAt, count + more, earlier(endsAt, end));
    }

    static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
