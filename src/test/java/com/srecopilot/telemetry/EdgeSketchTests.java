package com.srecopilot.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Percentiles of calls over minutes that differ a thousandfold: of all calls, not a mean of the minutes' percentiles. */
class EdgeSketchTests extends TelemetryDesk {

    private static final double HALF_A_BUCKET = Math.pow(2, 1 / 16.0) - 1;
    @Autowired
    private SpanStore spans;
    @Autowired
    private EdgeLinks links;

    @Test
    void percentilesOverMinutesAreTrueToFiveInAHundred() {
        var random = new Random(8);
        var durations = new ArrayList<Long>();
        int[] calls = {400, 20, 100, 60, 20};
        double[] levels = {0.005, 4, 0.03, 0.2, 0.001};
        for (int minute = 0; minute < calls.length; minute++) {
            var some = new ArrayList<SpanDraft>();
            for (int i = 0; i < calls[minute]; i++) {
                long micros = Math.max(1, Math.round(levels[minute] * 1e6 * Math.exp(0.5 * random.nextGaussian())));
                durations.add(micros);
                Instant at = now.minus(Duration.ofMinutes(9 - minute));
                UUID trace = UUID.randomUUID();
                some.add(new SpanDraft(trace, 1, null, "checkout", "GET", at.toEpochMilli() * 1_000, micros, false, true, "payment", 1));
                some.add(new SpanDraft(trace, 2, 1L, "payment", "GET", at.toEpochMilli() * 1_000, micros / 2, i % 4 == 0, false, null, 1));
            }
            organisation.as(() -> spans.write(some));
            organisation.as(() -> {
                links.link(now.plusSeconds(60));
                return true;
            });
        }
        List<EdgeTraffic> edges = organisation.as(() -> telemetry.edges(now.minus(Duration.ofMinutes(12)), now));
        long[] sorted = durations.stream().mapToLong(Long::longValue).sorted().toArray();
        assertThat(edges).singleElement().satisfies(edge -> {
            assertThat(edge.count()).isEqualTo(600);
            assertThat(edge.errors()).isEqualTo(Arrays.stream(calls).sum() / 4);
            near(edge.p50(), sorted, 0.5);
            near(edge.p95(), sorted, 0.95);
            near(edge.p99(), sorted, 0.99);
        });
    }

    private static void near(double millis, long[] sorted, double share) {
        double exact = sorted[(int) Math.ceil(share * sorted.length) - 1] / 1_000.0;
        assertThat(millis / exact).as("p%.0f", 100 * share).isBetween(1 / (1 + HALF_A_BUCKET) - 1e-6, 1 + HALF_A_BUCKET + 1e-6);
    }
}
