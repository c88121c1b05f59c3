package com.srecopilot.telemetry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the services of the current tenant did within a window, from and including one instant up to another. One query
 * for each kind. Bounded: of too many series the latest heard of are told, of too many points their means, of too many
 * spans and lines the newest.
 */
@Service
@Transactional(readOnly = true)
public class Telemetry {

    static final int MOST_SERIES = 5_000;
    private static final int MOST_OF_METRIC = 50;
    static final int MOST_POINTS = 1_000_000;
    private static final int MOST_SPANS = 50_000;
    private static final int MOST_TEMPLATES = 5_000;
    private static final int MOST_LINES = 5_000;
    private static final Duration DENSE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() { };

    /** Samples of a wanted series, from days that are packed and others. */
    private static final String SAMPLES = """
            select at, value, 1 later from samples where series_id = wanted.id and at >= :from and at < :to
            union all select packed.at + step.elapsed * interval '1 millisecond', step.amount, 0 from packed_samples packed cross join lateral (
                select sum(each.step) over (order by each.n) elapsed, each.amount from unnest(packed.steps, packed.amounts) with ordinality as each(step, amount, n)) step
            where packed.series_id = wanted.id and packed.at > :from::timestamptz - interval '24 hours' and packed.at < :to
            and packed.at + step.elapsed * interval '1 millisecond' >= :from and packed.at + step.elapsed * interval '1 millisecond' < :to
            """;
    private static final String WANTED = """
            with wanted as (select id, service, metric, labels, unit from series where service = any(:services) order by last_seen desc, id limit :most)
            """;
    private static final String POINTS = WANTED + """
            select wanted.*, p.times, p.amounts from wanted cross join lateral (
                select array_agg(extract(epoch from at)::float8 order by at, later) times, array_agg(value order by at, later) amounts from (%s) kept) p
            where p.times is not null order by service, metric, id""".formatted(SAMPLES);
    private static final String MEANS_OF_WANTED = """
            select wanted.*, p.times, p.amounts from wanted cross join lateral (
                select array_agg(extract(epoch from bin)::float8 order by bin) times, array_agg(mean order by bin) amounts from (
                    select date_bin(make_interval(secs => :width), at, :from) bin, avg(value) mean from (%s) kept group by 1) binned) p
            where p.times is not null order by service, metric, id""".formatted(SAMPLES);
    private static final String MEANS = WANTED + MEANS_OF_WANTED;
    private static final String MEANS_OF_METRIC = """
            with wanted as (select id, service, metric, labels, unit from series where service = :service and metric = :metric order by last_seen desc, id limit :most)
            """ + MEANS_OF_WANTED;

    private final JdbcClient jdbc;

    Telemetry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By service and metric. What the services measured; empty for none. */
    public List<MetricSeries> series(Collection<String> services, Instant from, Instant to) {
        if (services.isEmpty() || !from.isBefore(to)) {
            return List.of();
        }
        long known = jdbc.sql("select count(*) from series where service = any(:services)").param("services", names(services)).query(Long.class).single();
        double width = Duration.between(from, to).toSeconds() * (double) Math.min(known, MOST_SERIES) / MOST_POINTS;
        var query = jdbc.sql(width <= DENSE.toSeconds() ? POINTS : MEANS).param("services", names(services)).param("most", MOST_SERIES)
                .param("from", utc(from)).param("to", utc(to));
        return (width <= DENSE.toSeconds() ? query : query.param("width", width)).query(Telemetry::series).list();
    }

    /** The names of what a service measured at any time; of too many the first. */
    public List<String> metrics(String service) {
        return jdbc.sql("select distinct metric from series where service = ? order by metric limit 2000").param(service).query(String.class).list();
    }

    /** One metric of a service in so many steps: the means within each; of too many series the latest heard of. */
    public List<MetricSeries> means(String service, String metric, Instant from, Instant to, int steps) {
        return jdbc.sql(MEANS_OF_METRIC).param("service", service).param("metric", metric).param("most", MOST_OF_METRIC)
                .param("from", utc(from)).param("to", utc(to)).param("width", Duration.between(from, to).toMillis() / 1000.0 / steps).query(Telemetry::series).list();
    }

    /** Most calls first. Who called whom, over all services. */
    public List<EdgeTraffic> edges(Instant from, Instant to) {
        return jdbc.sql("""
                with buckets as (
                    select caller, callee, bucket, sum(n) n from edge_minutes, unnest(buckets, counts) as each(bucket, n)
                    where minute >= date_trunc('minute', :from::timestamptz) and minute < :to group by 1, 2, 3),
                totals as (
                    select caller, callee, sum(count)::bigint count, sum(errors)::bigint errors from edge_minutes
                    where minute >= date_trunc('minute', :from::timestamptz) and minute < :to group by 1, 2)
                select t.*, b.buckets, b.counts from totals t join (
                    select caller, callee, array_agg(bucket::int order by bucket) buckets, array_agg(n::bigint order by bucket) counts from buckets group by 1, 2) b
                using (caller, callee) order by t.count desc, caller, callee""")
                .param("from", utc(from)).param("to", utc(to)).query((row, number) -> new EdgeSketch(
                        (Integer[]) row.getArray("buckets").getArray(), (Long[]) row.getArray("counts").getArray())
                        .traffic(row.getString("caller"), row.getString("callee"), row.getLong("count"), row.getLong("errors"))).list();
    }

    /** Oldest first; at most {@value #MOST_SPANS}, the newest. Spans that began within the window. */
    public List<TracedSpan> spans(Collection<String> services, Instant from, Instant to) {
        return jdbc.sql("""
                select * from (select extract(epoch from at)::float8 began, * from spans where service = any(:services) and at >= :from and at < :to
                    order by at desc limit :most) newest order by at""")
                .param("services", names(services)).param("from", utc(from)).param("to", utc(to)).param("most", MOST_SPANS)
                .query((row, number) -> new TracedSpan(row.getDouble("began"), row.getObject("trace_id", UUID.class).toString().replace("-", ""),
                        hex(row.getObject("span_id", Long.class)), hex(row.getObject("parent_id", Long.class)), row.getString("service"),
                        row.getString("operation"), row.getLong("micros") / 1000.0, row.getBoolean("failed"))).list();
    }

    /** What they logged: templates by service, lines oldest first. */
    public ServiceLogs logs(Collection<String> services, Instant from, Instant to) {
        List<ServiceLogs.Template> templates = jdbc.sql("""
                with wanted as (select coalesce(part_of, id) id, array_agg(id) parts from (
                        select id, part_of from log_templates where service = any(:services) order by last_seen desc, id limit :most) latest group by 1)
                select wanted.id, t.service, t.severity, t.template, c.minutes, c.counts from wanted join log_templates t using (id) cross join lateral (
                    select array_agg(extract(epoch from minute)::float8 order by minute) minutes, array_agg(n order by minute) counts from (
                        select minute, sum(count)::bigint n from log_minutes where template_id = any(wanted.parts)
                        and minute >= date_trunc('minute', :from::timestamptz) and minute < :to group by 1) summed) c
                where c.minutes is not null order by t.service, wanted.id""")
                .param("services", names(services)).param("from", utc(from)).param("to", utc(to)).param("most", MOST_TEMPLATES)
                .query((row, number) -> new ServiceLogs.Template(row.getLong("id"), row.getString("service"), row.getString("severity"),
                        row.getString("template"), doubles(row, "minutes"), longs(row, "counts"))).list();
        return new ServiceLogs(templates, lines(services, from, to));
    }

    private List<ServiceLogs.Line> lines(Collection<String> services, Instant from, Instant to) {
        return jdbc.sql("""
                select * from (select extract(epoch from at)::float8 logged, at, l.service, severity, line, coalesce(t.part_of, t.id) template_id
                    from log_lines l join log_templates t on t.id = l.template_id
                    where l.service = any(:services) and at >= :from and at < :to order by at desc limit :most) newest order by at""")
                .param("services", names(services)).param("from", utc(from)).param("to", utc(to)).param("most", MOST_LINES)
                .query((row, number) -> new ServiceLogs.Line(row.getDouble("logged"), row.getString("service"), row.getString("severity"),
                        row.getString("line"), row.getLong("template_id"))).list();
    }

    /** A sample that came again after its day was packed counts once. */
    private static MetricSeries series(ResultSet row, int number) throws SQLException {
        double[] times = doubles(row, "times");
        double[] values = doubles(row, "amounts");
        int[] fresh = IntStream.range(0, times.length).filter(i -> i == 0 || times[i] > times[i - 1]).toArray();
        return new MetricSeries(row.getLong("id"), row.getString("service"), row.getString("metric"), JSON.readValue(row.getString("labels"), LABELS),
                row.getString("unit"), IntStream.of(fresh).mapToDouble(i -> times[i]).toArray(), IntStream.of(fresh).mapToDouble(i -> values[i]).toArray());
    }

    private static double[] doubles(ResultSet row, String column) throws SQLException {
        return Stream.of((Double[]) row.getArray(column).getArray()).mapToDouble(Double::doubleValue).toArray();
    }

    private static long[] longs(ResultSet row, String column) throws SQLException {
        return Stream.of((Long[]) row.getArray(column).getArray()).mapToLong(Long::longValue).toArray();
    }

    private static SqlArray names(Collection<String> services) {
        return new SqlArray("text", services.toArray(String[]::new));
    }

    private static String hex(Long id) {
        return id == null ? "" : HexFormat.of().toHexDigits(id);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
