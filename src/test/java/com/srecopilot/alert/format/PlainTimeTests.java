package com.srecopilot.alert.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTimeTests {

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31T12:00:00Z", "2026-01-31T12:00:00.1Z", "2026-01-31T12:00:00.123Z", "2026-01-31T12:00:00.123456789Z", "0001-01-01T00:00:00Z", "2024-02-29T23:59:59.999Z"})
    void readsAsTheFormatterDoes(String text) {
        assertThat(PlainTime.of(text)).isEqualTo(Instant.parse(text).truncatedTo(ChronoUnit.MILLIS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Z", "2026-01-31T12:00:00", "2026-01-31T12:00:00.Z", "2026-01-31 12:00:00Z", "2026-01-31T12:00:00+01:00", "2026-01-31T12:00:00,5Z",
            "+2026-01-31T12:00:00Z", "2026-01-31T12:00:0xZ", "2026-01-31T12:00:00.1234567890Z", "٢٠٢٦-01-31T12:00:00Z"})
    void leavesOtherShapesToTheFormatter(String text) {
        assertThat(PlainTime.of(text)).isNull();
    }

    @Test
    void aDayThatNoCalendarHasIsRefused() {
        assertThatThrownBy(() -> PlainTime.of("2025-02-30T00:00:00Z")).isInstanceOf(DateTimeException.class);
    }
}
