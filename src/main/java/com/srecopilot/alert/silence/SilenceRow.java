package com.srecopilot.alert.silence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A silence as its page shows it.
 *
 * @param state active, scheduled or over
 * @param suppressed how many alerts it keeps silent now
 */
record SilenceRow(UUID id, String matchers, String comment, String state, String when, Instant until, long suppressed, String createdBy) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH);

    static SilenceRow of(Silence silence, Instant now, Map<UUID, Long> suppressed) {
        String state = silence.activeAt(now) ? "active" : silence.over(now) ? "over" : "scheduled";
        return new SilenceRow(silence.id(), silence.matchers().toString(), silence.comment(), state, when(silence), silence.until(now).orElse(null),
                suppressed.getOrDefault(silence.id(), 0L), silence.createdBy());
    }

    private static String when(Silence silence) {
        var start = silence.startsAt().atZone(silence.zone());
        String length = length(silence.length().toMinutes());
        String zone = silence.zone().getId();
        if (silence.days().isEmpty()) {
            return MINUTE.format(start) + " " + zone + ", for " + length;
        }
        String days = silence.days().size() == 7 ? "every day" : silence.days().stream().sorted()
                .map(day -> DayOfWeek.of(day).getDisplayName(TextStyle.SHORT, Locale.ENGLISH)).collect(Collectors.joining(", "));
        return days + " at " + start.toLocalTime().withSecond(0).withNano(0) + " " + zone + ", for " + length;
    }

    private static String length(long minutes) {
        return minutes % 1440 == 0 ? minutes / 1440 + " d" : minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }
}
