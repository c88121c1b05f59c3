package com.srecopilot.alert.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** Times as senders write them. */
final class EventTime {

    /** Before this a time is a zero value in disguise (year 0001, the epoch), never an alert. */
    private static final Instant MONITORING_BEGAN = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    private static final DateTimeFormatter RFC_3339 = new DateTimeFormatterBuilder()
            .parseCaseInsensitive().append(DateTimeFormatter.ISO_OFFSET_DATE_TIME).toFormatter();

    private EventTime() {
    }

    /**
     * An RFC 3339 time to the millisecond, or null when absent.
     *
     * @throws Unreadable naming the field when it is no time
     */
    static Instant of(JsonField field) {
        String text = field.text().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text, RFC_3339).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw field.wrong("must be a time such as 2026-01-31T12:00:00Z, not \"" + shortened(text) + "\"");
        }
    }

    static boolean unknown(Instant time) {
        return time.isBefore(MONITORING_BEGAN);
    }

    static boolean tooFarAhead(Instant time, Instant now) {
        return time.isAfter(now.plus(CLOCK_SKEW));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
