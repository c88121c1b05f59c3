package com.srecopilot.telemetry;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param keepDays how long samples, calls and counts of log lines are kept; whole days are dropped
 * @param keepSpansDays the same for single spans and log lines, which take the most room
 * @param mostSeries of one tenant; samples of further ones are refused
 * @param spansPerMinute of one tenant on one node; above it whole traces are left out, and those kept count for them
 * @param ahead how far a sender's clock may be ahead of ours
 */
@Validated
@ConfigurationProperties("srecopilot.telemetry")
record TelemetryProperties(@DefaultValue("90") @Min(2) @Max(1000) int keepDays, @DefaultValue("14") @Min(2) @Max(1000) int keepSpansDays,
        @DefaultValue("100000") @Min(1) int mostSeries, @DefaultValue("30000") @Min(100) int spansPerMinute, @DefaultValue("12h") Duration ahead) {
}
