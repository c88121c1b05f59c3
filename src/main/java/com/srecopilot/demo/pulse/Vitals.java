package com.srecopilot.demo.pulse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

import com.srecopilot.telemetry.MetricDraft;

/** What a shop's services measure: the same at the same moment, whoever asks. */
public final class Vitals {

    private static final double MIB = 1 << 20;

    private final Condition condition;
    private final long[] millis;
    private final List<MetricDraft> drafts = new ArrayList<>();

    private Vitals(Condition condition, long[] millis) {
        this.condition = condition;
        this.millis = millis;
    }

    public static List<MetricDraft> of(Shop shop, List<Disturbance> disturbances, long[] millis) {
        var vitals = new Vitals(new Condition(shop, disturbances), millis);
        shop.services().forEach((service, part) -> vitals.measure(service, part.calls()));
        return vitals.drafts;
    }

    private void measure(String service, List<String> calls) {
        add(service, "cpu_usage_cores", "cores", strain -> 0.6 * strain.work());
        add(service, "memory_working_set_bytes", "bytes", strain -> 420 * MIB * (1 + 0.15 * strain.held()));
        add(service, "http_requests_per_second", "1/s", strain -> Requests.perSecond(condition.shop(), service) * strain.traffic());
        add(service, "http_error_ratio", "", strain -> 0.002 + strain.errors());
        add(service, "http_latency_p99_seconds", "s", strain -> 0.24 + strain.delay());
        if (calls.stream().anyMatch(callee -> callee.endsWith("-db"))) {
            add(service, "db_pool_connections_active", "", 50, strain -> 14 + 36 * strain.held());
            add(service, "db_pool_connections_waiting", "", strain -> 0.2 + 120 * strain.held());
        }
        if (service.endsWith("-db")) {
            add(service, "pg_stat_activity_count", "", strain -> 80 + 36 * strain.held());
        }
    }

    private void add(String service, String metric, String unit, ToDoubleFunction<Strain> level) {
        add(service, metric, unit, Double.MAX_VALUE, level);
    }

    private void add(String service, String metric, String unit, double limit, ToDoubleFunction<Strain> level) {
        double[] values = LongStream.of(millis).mapToDouble(at -> Math.min(limit, level.applyAsDouble(condition.felt(service, at)) * wave(service, metric, at))).toArray();
        drafts.add(new MetricDraft(metric, service, new TreeMap<>(Map.of("service", service, "region", condition.shop().services().get(service).region())), unit, millis, values));
    }

    private static double wave(String service, String metric, long at) {
        return Math.max(0, 1 + 0.1 * Math.sin(at / 1_500_000.0) + 0.06 * new Random(Objects.hash(service, metric, at) * 0x9E3779B97F4A7C15L).nextGaussian());
    }
}
