package com.srecopilot.alert.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A time in which some alerts call nobody.
 *
 * @param kind {@code silence}, or {@code maintenance} when it is planned
 * @param length of each time
 * @param days ISO weekdays on which it recurs, at the local time of its start; empty means once
 * @param endedAt when somebody ended it, or null
 */
record Silence(UUID id, String kind, Matchers matchers, String comment, Instant startsAt, Duration length, ZoneId zone, Set<Integer> days,
        Instant endedAt, String createdBy) {

    boolean activeAt(Instant time) {
        return until(time).isPresent();
    }

    /** When the time ends that this moment is part of. */
    Optional<Instant> until(Instant time) {
        if (time.isBefore(startsAt) || endedAt != null && !time.isBefore(endedAt)) {
            return Optional.empty();
        }
        return days.isEmpty() ? Optional.of(startsAt.plus(length)).filter(time::isBefore) : recurring(time);
    }

    /** Local time counts: at a change of clocks it still begins at the same hour. */
    private Optional<Instant> recurring(Instant time) {
        ZonedDateTime first = startsAt.atZone(zone);
        long spanned = length.toDays() + 1;
        for (long back = 0; back <= spanned; back++) {
            ZonedDateTime start = time.atZone(zone).toLocalDate().minusDays(back).atTime(first.toLocalTime()).atZone(zone);
            Instant end = start.toInstant().plus(length);
            if (days.contains(start.getDayOfWeek().getValue()) && !start.isBefore(first) && !time.isBefore(start.toInstant()) && time.isBefore(end)) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }

    /** Whether it can become active again, or is. */
    boolean over(Instant now) {
        return endedAt != null && !now.isBefore(endedAt) || days.isEmpty() && !now.isBefore(startsAt.plus(length));
    }

    String reason() {
        return (kind.equals("silence") ? "silenced by " + createdBy : "maintenance planned by " + createdBy) + ": " + comment;
    }
}
