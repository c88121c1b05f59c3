package com.srecopilot.telemetry.page;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.srecopilot.telemetry.Telemetry;
import com.srecopilot.telemetry.symptom.Ailing;
import com.srecopilot.telemetry.symptom.Measure;

/** The signals of a service in the last hour, minute by minute: its calls as traced, and the metrics that tell most. The minute under way is left out. Called within a transaction. */
@Component
class Signals {

    static final int MINUTES = 60;
    private static final int SHOWN = 6;
    private static final int MOST_SERIES = 300;

    private final JdbcClient jdbc;
    private final Telemetry telemetry;
    private final Clock clock;

    Signals(JdbcClient jdbc, Telemetry telemetry, Clock clock) {
        this.jdbc = jdbc;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    List<Curve> of(String service) {
        Instant from = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(MINUTES, ChronoUnit.MINUTES);
        var curves = new ArrayList<>(calls(service, from));
        curves.addAll(metrics(service, from));
        return curves;
    }

    boolean any(String service) {
        return jdbc.sql("select exists (select from series where service = :service) or exists (select from edge_minutes where callee = :service and minute > :since)")
                .param("service", service).param("since", clock.instant().minus(1, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC)).query(Boolean.class).single();
    }

    /** How it answered those who call it. */
    private List<Curve> calls(String service, Instant from) {
        double[] rate = empty();
        double[] failing = empty();
        double[] slow = empty();
        jdbc.sql("""
                with each as (select minute, bucket, n from edge_minutes, unnest(buckets, counts) as b(bucket, n) where callee = :service and minute >= :from and minute < :from::timestamptz + interval '1 hour'),
                summed as (select minute, bucket, sum(sum(n)) over (partition by minute order by bucket) below, sum(sum(n)) over (partition by minute) total from each group by 1, 2),
                quantiles as (select minute, min(bucket) filter (where below >= 0.95 * total) p95 from summed group by 1),
                totals as (select minute, sum(count) calls, sum(errors) errors from edge_minutes where callee = :service and minute >= :from and minute < :from::timestamptz + interval '1 hour' group by 1)
                select extract(epoch from minute)::bigint as second, calls, errors, p95 from totals join quantiles using (minute)""")
                .param("service", service).param("from", from.atOffset(ZoneOffset.UTC)).query(row -> {
                    int at = minute(row.getLong("second"), from);
                    rate[at] = row.getDouble("calls");
                    failing[at] = row.getDouble("errors") / row.getDouble("calls");
                    slow[at] = Math.pow(2, (row.getInt("p95") + 0.5) / 8) / 1e6;
                });
        return Arrays.stream(rate).allMatch(Double::isNaN) ? List.of()
                : List.of(Curve.of("Calls answered", "a min", rate), Curve.of("Calls failed", "ratio", failing), Curve.of("p95 of a call", "s", slow));
    }

    private List<Curve> metrics(String service, Instant from) {
        List<String> chosen = telling(telemetry.metrics(service));
        Map<String, double[]> means = new LinkedHashMap<>();
        Map<String, String> units = new LinkedHashMap<>();
        jdbc.sql("""
                with chosen as (select id, metric, unit from series where service = :service and metric = any(:metrics::text[]) order by last_seen desc limit :most),
                steps as (select metric, unit, at, value, lag(value) over (partition by series_id order by at) earlier from chosen join samples on series_id = id where at >= :from and at < :from::timestamptz + interval '1 hour')
                select metric, max(unit) unit, extract(epoch from date_trunc('minute', at))::bigint as second, avg(value) mean,
                    sum(case when value >= earlier then value - earlier when value < earlier then value end) / 60 growth
                from steps group by metric, date_trunc('minute', at)""")
                .param("service", service).param("metrics", "{" + chosen.stream().map(Signals::quoted).collect(Collectors.joining(",")) + "}").param("most", MOST_SERIES).param("from", from.atOffset(ZoneOffset.UTC)).query(row -> {
                    String metric = row.getString("metric");
                    boolean counter = metric.endsWith("_total") || metric.endsWith("_count");
                    units.put(metric, counter ? "/s" : Measure.of(metric, row.getString("unit")).unit());
                    double value = row.getDouble(counter ? "growth" : "mean");
                    means.computeIfAbsent(metric, each -> empty())[minute(row.getLong("second"), from)] = row.wasNull() ? Double.NaN : value;
                });
        return chosen.stream().filter(means::containsKey).map(metric -> Curve.of(metric, units.get(metric), means.get(metric))).toList();
    }

    /** One of each kind, then the others of those kinds. */
    static List<String> telling(List<String> metrics) {
        List<String> plain = Ailing.plain(metrics);
        var chosen = new ArrayList<String>();
        Arrays.stream(Ailing.values()).forEach(ailing -> ailing.among(plain, metric -> !chosen.contains(metric)).ifPresent(chosen::add));
        plain.stream().filter(metric -> !chosen.contains(metric)).limit(Math.max(0, SHOWN - chosen.size())).forEach(chosen::add);
        return chosen;
    }

    private static String quoted(String metric) {
        return '"' + metric.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static int minute(long second, Instant from) {
        return (int) Math.max(0, Math.min(MINUTES - 1, (second - from.getEpochSecond()) / 60));
    }

    private static double[] empty() {
        double[] minutes = new double[MINUTES];
        Arrays.fill(minutes, Double.NaN);
        return minutes;
    }
}
