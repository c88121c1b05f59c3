package com.srecopilot.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The time that is looked at, cut into steps that end now; the first step may begin a little before the period.
 *
 * @param days 7, 30 or 90
 */
public record Period(int days, Instant to) {

    public static final List<Integer> CHOICES = List.of(7, 30, 90);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static Period of(int days, Instant now) {
        return new Period(CHOICES.contains(days) ? days : 90, now);
    }

    Duration step() {
        return Duration.ofDays(days == 7 ? 1 : days == 30 ? 3 : 7);
    }

    int steps() {
        return (int) Math.ceil(days / (double) step().toDays());
    }

    Instant from() {
        return to.minus(step().multipliedBy(steps()));
    }

    Period before() {
        return new Period(days, from());
    }

    /** What a step is called: {@code week}, {@code 3 days} or {@code day}. */
    public String stepName() {
        return days == 7 ? "day" : days == 30 ? "3 days" : "week";
    }

    /** When a step begins. */
    String label(int step) {
        return DAY.format(from().plus(step().multipliedBy(step)));
    }

    public String words() {
        return DAY.format(from()) + " to " + DAY.format(to) + ", UTC";
    }
}
