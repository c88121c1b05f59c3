package com.srecopilot.alert.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.srecopilot.identity.Invalid;

class SilenceTests {

    private static final Matchers.Subject ALERT = new Matchers.Subject("cart", "critical", "Title \"x\"", "prometheus", Map.of("region", "eu-west"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"service=\"cart\"|true", "service=cart|true", "service!=\"cart\"|false", "region=~\"eu-.*\"|true", "region=~\"eu\"|false",
        "region!~\"us-.*\"|true", "title=\"Title \\\"x\\\"\"|true", "source=~\"prom.+\"|true", "team=\"a\"|false", "severity=~\"crit.*\"|true"})
    void matchersReadAsAlertmanagerWritesThem(String written, boolean matches) {
        assertThat(Matchers.parse(written + "\nservice=~\".+\"").match(ALERT)).isEqualTo(matches);
        assertThat(Matchers.parse(Matcher.parse(written) + "\nservice=~\".+\"").match(ALERT)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "service", "service==\"a\"", "service=~\"(\"", "team=~\".*\"", "team!=\"a\""})
    void whatCannotBeReadOrWouldSilenceEverythingIsRefused(String written) {
        assertThatThrownBy(() -> Matchers.parse(written)).isInstanceOf(Invalid.class);
    }

    @Test
    void anExpressionThatRunsAwayMatchesNothing() {
        assertThat(Matcher.parse("title=~\"(a+)+b\"").matches("a".repeat(200))).isFalse();
    }

    @Test
    void onceIsFromItsStartUntilItsEnd() {
        Silence once = silence("2026-03-05T22:00:00Z", 60, "UTC", Set.of(), null);
        assertThat(once.activeAt(at("2026-03-05T21:59:59Z"))).isFalse();
        assertThat(once.until(at("2026-03-05T22:00:00Z"))).contains(at("2026-03-05T23:00:00Z"));
        assertThat(once.activeAt(at("2026-03-05T23:00:00Z"))).isFalse();
        assertThat(silence("2026-03-05T22:00:00Z", 60, "UTC", Set.of(), at("2026-03-05T22:10:00Z")).activeAt(at("2026-03-05T22:10:00Z"))).isFalse();
    }

    @Test
    void itRecursAtTheSameLocalHourAlsoWhenClocksChange() {
        // Sundays at 22:00 in Berlin, for 4 hours; clocks go forward on 29 March 2026.
        Silence sundays = silence("2026-03-15T21:00:00Z", 240, "Europe/Berlin", Set.of(7), null);
        assertThat(sundays.activeAt(at("2026-03-08T22:00:00Z"))).as("before it began").isFalse();
        assertThat(sundays.activeAt(at("2026-03-22T21:00:00Z"))).isTrue();
        assertThat(sundays.activeAt(at("2026-03-23T00:59:00Z"))).as("past midnight").isTrue();
        assertThat(sundays.activeAt(at("2026-03-23T01:00:00Z"))).isFalse();
        assertThat(sundays.activeAt(at("2026-03-29T20:00:00Z"))).as("summer time").isTrue();
        assertThat(sundays.activeAt(at("2026-03-29T19:59:00Z"))).isFalse();
        assertThat(sundays.activeAt(at("2026-03-24T21:30:00Z"))).as("a Tuesday").isFalse();
    }

    private static Silence silence(String start, int minutes, String zone, Set<Integer> days, Instant ended) {
        return new Silence(new UUID(0, 1), "maintenance", Matchers.parse("service=\"a\""), "why", at(start), Duration.ofMinutes(minutes), ZoneId.of(zone), days, ended, "Bo");
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
