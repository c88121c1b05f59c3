package com.srecopilot.alert.silence;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.srecopilot.identity.Invalid;

/**
 * A silence as a person describes it.
 *
 * @param startsAt local time in the zone, such as {@code 2026-03-05T22:00}; empty means now
 * @param days ISO weekdays on which it recurs
 */
record SilenceForm(@NotBlank(message = "name what is to be silent") @Size(max = 4_000) String matchers,
        @NotBlank(message = "say why: whoever looks for a missing alert reads it") @Size(max = 500) String comment,
        String startsAt, @NotNull(message = "needs a number of minutes") @Min(1) @Max(525_600) Integer minutes, String zone, List<Integer> days) {

    static SilenceForm of(String matchers) {
        return new SilenceForm(matchers == null ? "" : matchers, "", "", 60, "UTC", List.of());
    }

    /** @throws Invalid when there is no such time zone */
    ZoneId zoneId() {
        if (zone == null || zone.isBlank()) {
            return ZoneId.of("UTC");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone.strip())) {
            throw new Invalid("zone", "is a time zone such as Europe/Berlin");
        }
        return ZoneId.of(zone.strip());
    }

    /** Null for now. @throws Invalid when it is no time */
    LocalDateTime start() {
        try {
            return startsAt == null || startsAt.isBlank() ? null : LocalDateTime.parse(startsAt.strip());
        } catch (DateTimeParseException e) {
            throw new Invalid("startsAt", "is a time such as 2026-03-05T22:00", e);
        }
    }

    /** @throws Invalid when one is no weekday */
    Set<Integer> weekdays() {
        if (days != null && days.stream().anyMatch(day -> day == null || day < 1 || day > 7)) {
            throw new Invalid("days", "are weekdays from 1, Monday, to 7");
        }
        return days == null ? Set.of() : Set.copyOf(days);
    }
}
