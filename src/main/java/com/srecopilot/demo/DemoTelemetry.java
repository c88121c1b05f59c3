package com.srecopilot.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.telemetry.LogDraft;
import com.srecopilot.telemetry.LogStore;
import com.srecopilot.telemetry.MetricDraft;
import com.srecopilot.telemetry.SampleStore;
import com.srecopilot.telemetry.SpanStore;

/** What the shop measured in the two hours before now: quiet, until the pool of connections begins to leak. */
@Component
@Profile("demo")
class DemoTelemetry {

    private static final long STEP = 30_000;
    private static final Duration BACK = Duration.ofMinutes(130);
    private static final Duration LINES = Duration.ofMinutes(60);
    private static final double MIB = 1 << 20;

    private final Catalog catalog;
    private final SampleStore samples;
    private final SpanStore spans;
    private final LogStore logs;

    DemoTelemetry(Catalog catalog, SampleStore samples, SpanStore spans, LogStore logs) {
        this.catalog = catalog;
        this.samples = samples;
        this.spans = spans;
        this.logs = logs;
    }

    /** @param leak how far it has come at a moment: 0 for not at all, 1 when everything waits */
    private record Course(long[] millis, DoubleUnaryOperator leak, Random random) {

        private MetricDraft of(String service, String metric, String unit, double usual, double broken) {
            double[] values = LongStream.of(millis).mapToDouble(at -> {
                double way = leak.applyAsDouble(at);
                double wave = 1 + 0.1 * Math.sin(at / 1_500_000.0) + 0.06 * random.nextGaussian();
                return Math.max(0, (usual + way * (broken - usual)) * wave);
            }).toArray();
            return new MetricDraft(metric, service, new TreeMap<>(Map.of("service", service, "region", "eu-west")), unit, millis, values);
        }
    }

    /** @param start of the incident; the leak begins with the deployment six minutes before */
    void write(Instant start, Instant now) {
        long leaks = start.minusSeconds(6 * 60).toEpochMilli();
        DoubleUnaryOperator leak = at -> Math.max(0, Math.min(1, (at - leaks) / (start.toEpochMilli() - (double) leaks)));
        long[] millis = LongStream.iterate(now.minus(BACK).toEpochMilli() / STEP * STEP, at -> at <= now.toEpochMilli(), at -> at + STEP).toArray();
        samples.write(metrics(new Course(millis, leak, new Random(7))));
        spans.write(new DemoTraces(leak, new Random(11)).between(now.minus(LINES), now));
        logs.write(lines(now, leak, new Random(13)));
    }

    private List<MetricDraft> metrics(Course course) {
        var drafts = new ArrayList<MetricDraft>();
        catalog.all().forEach(service -> {
            String name = service.name();
            double worse = name.equals("checkout-service") ? 1 : name.equals("api-gateway") ? 0.35 : 0;
            double pace = name.equals("payment-service") ? 2.2 : 1 - 0.3 * worse;
            drafts.add(course.of(name, "cpu_usage_cores", "cores", 0.6, 0.6 * (1 + 0.2 * worse)));
            drafts.add(course.of(name, "memory_working_set_bytes", "bytes", 420 * MIB, 420 * MIB * (1 + 0.15 * worse)));
            drafts.add(course.of(name, "http_requests_per_second", "1/s", 80, 80 * pace));
            drafts.add(course.of(name, "http_error_ratio", "", 0.002, 0.002 + 0.18 * worse));
            drafts.add(course.of(name, "http_latency_p99_seconds", "s", 0.24, 0.24 + 3.9 * worse));
        });
        drafts.add(course.of("checkout-service", "db_pool_connections_active", "", 14, 50));
        drafts.add(course.of("checkout-service", "db_pool_connections_waiting", "", 0.2, 120));
        drafts.add(course.of("orders-db", "pg_stat_activity_count", "", 80, 116));
        return drafts;
    }

    private static List<LogDraft> lines(Instant now, DoubleUnaryOperator leak, Random random) {
        var lines = new ArrayList<LogDraft>();
        for (long at = now.minus(LINES).toEpochMilli(); at < now.toEpochMilli(); at += 4_000) {
            boolean fails = random.nextDouble() < 0.6 * leak.applyAsDouble(at);
            long order = 880_000 + at / 4_000 % 10_000;
            lines.add(fails ? new LogDraft(at, "checkout-service", "error", "HikariPool-1 - Connection is not available, request timed out after 30000ms (total=50, active=50, idle=0, waiting="
                    + (61 + random.nextInt(90)) + ")") : new LogDraft(at, "checkout-service", "info", "Order " + order + " placed in " + (180 + random.nextInt(90)) + " ms"));
            if (fails && random.nextInt(3) == 0) {
                lines.add(new LogDraft(at + 900, "checkout-service", "warn", "PaymentClient - attempt " + (2 + random.nextInt(2)) + " of 3 for order " + order));
            }
            lines.add(new LogDraft(at + 500, "payment-service", "info", "Payment of order " + order + " authorised"));
        }
        return lines;
    }
}
