package com.srecopilot.alert.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** Times as senders write them. */
public final class EventTime {

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
    public static Instant of(JsonField field) {
        String text = field.text().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            Instant plain = PlainTime.of(text);
            return plain != null ? plain : OffsetDateTime.parse(text, RFC_3339).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw field.wrong("must be a time such as 2026-01-31T12:00:00Z, not \"" + shortened(text) + "\"");
        }
    }

    /** A time in any of the usual shapes (RFC 3339, with a blank, without a zone, epoch in s, ms or µs), or null. Without a zone it is UTC. */
    public static Instant loosely(String text) {
        String time = text.strip();
        if (time.matches("\\d{9,19}(\\.\\d{1,9})?")) {
            return epoch(new BigDecimal(time));
        }
        String iso = time.replaceFirst("^(\\d{4})[/.](\\d\\d)[/.]", "$1-$2-").replaceFirst(" ?(UTC|GMT)$", "Z")
                .replaceFirst("(\\d) (\\d)", "$1T$2").replace(" ", "").replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        try {
            String zoned = iso.matches("(?i).*T.*(Z|[+-]\\d\\d:\\d\\d)") ? iso : iso + "Z";
            return OffsetDateTime.parse(zoned, RFC_3339).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant epoch(BigDecimal number) {
        int decimals = number.precision() - number.scale();
        int toMillis = decimals <= 11 ? 3 : decimals <= 14 ? 0 : decimals <= 17 ? -3 : -6;
        return Instant.ofEpochMilli(number.scaleByPowerOfTen(toMillis).longValue());
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
