package com.srecopilot.incident.api;

import java.time.Instant;

import com.srecopilot.identity.Invalid;

/** Times that programs ask with. */
final class Moments {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Moments() {
    }

    /** @throws Invalid outside the years 1 to 9999, which the database can't compare */
    static Instant reasonable(String field, Instant time) {
        if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
            throw new Invalid(field, "is outside the years 1 to 9999");
        }
        return time;
    }
}
