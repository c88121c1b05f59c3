package com.srecopilot.incident.tape;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** The time that a tape shows, and where a moment lies on it: 0 to 100 from left to right. */
record TapeSpan(Instant from, Instant to) {

    private static final int MOST_TICKS = 8;
    private static final long[] STEPS = LongStream.concat(
            LongStream.of(1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720), LongStream.of(1, 2, 5, 10, 30, 100, 365, 3650).map(days -> days * 1440)).toArray();
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** @param label such as 12:05, or the day where one begins */
    record Tick(double at, String label) {
    }

    /** A moment outside is shown at the edge. */
    double at(Instant moment) {
        double share = (double) Duration.between(from, moment).toMillis() / Duration.between(from, to).toMillis();
        return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100.0;
    }

    /** Eight at most, at round times. */
    List<Tick> ticks() {
        long minutes = Duration.between(from, to).toMinutes();
        long step = LongStream.of(STEPS).filter(each -> minutes / each <= MOST_TICKS - 1).findFirst().orElse(minutes);
        List<Tick> ticks = new ArrayList<>();
        long first = (from.getEpochSecond() + step * 60 - 1) / (step * 60) * step * 60;
        for (long second = first; second <= to.getEpochSecond(); second += step * 60) {
            Instant moment = Instant.ofEpochSecond(second);
            ticks.add(new Tick(at(moment), (step >= 1440 || second % 86_400 == 0 ? DAY : MINUTE).format(moment)));
        }
        return ticks;
    }
}
