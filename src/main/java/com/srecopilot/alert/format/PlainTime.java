package com.srecopilot.alert.format;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The one shape of a time that nearly all senders use, read without a formatter, which costs more than all the rest of an alert. */
final class PlainTime {

    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int LENGTH = SHAPE.length();

    private PlainTime() {
    }

    /**
     * {@code 2026-01-31T12:00:00Z}, also with a fraction, to the millisecond; null when it has another shape.
     *
     * @throws java.time.DateTimeException when no calendar has it
     */
    static Instant of(String text) {
        if (!shaped(text)) {
            return null;
        }
        return LocalDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13), number(text, 14, 16), number(text, 17, 19))
                .toInstant(ZoneOffset.UTC).plusMillis(millis(text));
    }

    private static boolean shaped(String text) {
        int last = text.length() - 1;
        if (last < LENGTH || last > LENGTH + 10 || text.charAt(last) != 'Z' || last > LENGTH && (last == LENGTH + 1 || text.charAt(LENGTH) != '.')) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            boolean digit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (i < LENGTH ? (SHAPE.charAt(i) == '0' ? !digit : text.charAt(i) != SHAPE.charAt(i)) : i > LENGTH && !digit) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static int millis(String text) {
        int millis = 0;
        for (int i = LENGTH + 1; i < LENGTH + 4; i++) {
            millis = millis * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return millis;
    }
}
