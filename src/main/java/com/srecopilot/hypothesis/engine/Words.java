package com.srecopilot.hypothesis.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How facts read: ages, clock times, lists, and what others wrote. */
final class Words {

    private static final int LONGEST = 160;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Words() {
    }

    static String known(String text) {
        return text == null ? "" : text.strip();
    }

    /** Keeps arithmetic on other people's clocks within what it can do. */
    static Instant bearable(Instant at) {
        return at == null ? null : at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
    }

    /** What a sender wrote, on one line and of bearable length. */
    static String quoted(String text) {
        String line = text.length() > LONGEST * 4 ? text.substring(0, LONGEST * 4) : text;
        line = line.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST - 1))) + "…";
    }

    static String sentence(String text) {
        boolean ended = text.endsWith(".") || text.endsWith("…") || text.endsWith("?") || text.endsWith("!");
        return ended ? text : text + ".";
    }

    /** 40 s, 6 min, 1 h 20 min, 3 d; never negative. */
    static String span(Duration duration) {
        long seconds = Math.max(0, duration.getSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 24 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        return minutes / (24 * 60) + " d";
    }

    /** 11:52 UTC, or Aug 14, 11:52 UTC when that is another day than the reader's. */
    static String time(Instant at, Instant reader) {
        return day(at).equals(day(reader)) ? CLOCK.format(at) : date(at, reader) + ", " + CLOCK.format(at);
    }

    static String date(Instant at, Instant reader) {
        return (day(at).getYear() == day(reader).getYear() ? DAY : DATE).format(at);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** a, b and c; past the fourth only how many more. */
    static String list(Collection<String> names) {
        List<String> first = names.stream().limit(names.size() > 4 ? 3 : 4).toList();
        if (first.size() < names.size()) {
            return String.join(", ", first) + " and " + (names.size() - first.size()) + " more";
        }
        int last = first.size() - 1;
        return last < 1 ? String.join("", first) : String.join(", ", first.subList(0, last)) + " and " + first.get(last);
    }
}
