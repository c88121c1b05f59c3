package com.srecopilot.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.Edge;
import com.srecopilot.identity.Organisation;

class TelemetryTests extends TelemetryDesk {

    @Autowired
    private SampleStore samples;
    @Autowired
    private SpanStore spans;
    @Autowired
    private LogStore logs;
    @Autowired
    private EdgeLinks links;
    @Autowired
    private Days days;
    @Autowired
    private Packing packing;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Catalog catalog;
    @Autowired
    private JdbcClient jdbc;

    private long ago(Duration time) {
        return now.minus(time).toEpochMilli();
    }

    private List<MetricSeries> lastHours(int hours, String... services) {
        return organisation.as(() -> telemetry.series(List.of(services), now.minus(Duration.ofHours(hours)), now.plusSeconds(1)));
    }

    @Test
    void whatComesLateTwiceOrOutOfOrderIsKeptOnceInOrder() {
        Stored first = organisation.as(() -> samples.write(List.of(draft("cart", "cpu", Map.of("pod", "a"),
                new long[] {ago(Duration.ofSeconds(15)), ago(Duration.ofSeconds(30))}, 2, 1))));
        Stored again = organisation.as(() -> samples.write(List.of(draft("cart", "cpu", Map.of("pod", "a"),
                new long[] {ago(Duration.ofMinutes(90)), ago(Duration.ofSeconds(15))}, 0.5, 7))));
        assertThat(first).isEqualTo(new Stored(2, 0, Map.of()));
        assertThat(again.accepted()).isEqualTo(2);
        List<MetricSeries> kept = lastHours(2, "cart", "unheard of");
        assertThat(kept).singleElement().satisfies(series -> {
            assertThat(series.labels()).isEqualTo(Map.of("pod", "a"));
            assertThat(series.values()).containsExactly(0.5, 1, 2);
            assertThat(series.times()).containsExactly(ago(Duration.ofMinutes(90)) / 1000.0, ago(Duration.ofSeconds(30)) / 1000.0, ago(Duration.ofSeconds(15)) / 1000.0);
        });
        assertThat(lastHours(1, "cart").get(0).values()).containsExactly(1, 2);
        assertThat(lastHours(2)).isEmpty();
    }

    @Test
    void whatIsNoNumberTellsNothingAndWhatIsTooOldOrFarAheadIsRefusedBySample() {
        Stored stored = organisation.as(() -> samples.write(List.of(draft("cart", "cpu", Map.of(),
                new long[] {ago(Duration.ZERO), ago(Duration.ofSeconds(1)), ago(Duration.ofDays(200)), ago(Duration.ofHours(-30)), ago(Duration.ofHours(-3))},
                Double.NaN, Double.POSITIVE_INFINITY, 1, 2, 3))));
        assertThat(stored).isEqualTo(new Stored(1, 2, Map.of("older than what is kept", 1L, "in the future", 1L)));
        assertThat(stored.complaint()).contains("1 refused: in the future");
        assertThat(organisation.as(() -> telemetry.series(List.of("cart"), now, now.plus(Duration.ofHours(4)))).get(0).values()).containsExactly(3);
    }

    @Test
    void theRowsOfATenantAreSeenByNoOtherAndPartitionsByNobody() {
        organisation.as(() -> samples.write(List.of(draft("cart", "cpu", Map.of(), new long[] {ago(Duration.ZERO)}, 1))));
        Organisation other = Organisation.found(installation, people);
        assertThat(other.as(() -> telemetry.series(List.of("cart"), now.minusSeconds(60), now.plusSeconds(60)))).isEmpty();
        other.as(() -> samples.write(List.of(draft("cart", "cpu", Map.of(), new long[] {ago(Duration.ZERO)}, 2))));
        assertThat(lastHours(1, "cart").get(0).values()).containsExactly(1);
        String today = "samples_" + DateTimeFormatter.BASIC_ISO_DATE.format(Days.day(now));
        assertThatThrownBy(() -> jdbc.sql("select count(*) from " + today).query(Long.class).single()).hasRootCauseMessage("ERROR: permission denied for table " + today);
    }

    @Test
    void aLongWindowOverManySeriesIsToldInMeansWithinBounds() {
        List<MetricDraft> many = IntStream.range(0, 400).mapToObj(i -> draft("wide", "m" + i, Map.of(),
                IntStream.range(0, 60).mapToLong(k -> ago(Duration.ofHours(30)) + k * 1_000L).toArray(), IntStream.range(0, 60).mapToDouble(k -> k).toArray())).toList();
        organisation.as(() -> samples.write(many));
        List<MetricSeries> told = lastHours(31, "wide");
        assertThat(told).hasSize(400);
        assertThat(told.get(0).values().length).isLessThan(10);
        assertThat(told.get(0).values()[0]).isBetween(0.0, 59.0);
    }

    @Test
    void theHalvesOfACallMakeAnEdgeInWhateverOrderTheyArriveAndTheCatalogLearnsIt() {
        var callee = new ArrayList<SpanDraft>();
        var caller = new ArrayList<SpanDraft>();
        Instant at = now.minusSeconds(120);
        for (int i = 1; i <= 100; i++) {
            UUID trace = UUID.randomUUID();
            caller.add(span(trace, 1, null, "checkout", at, i + 5, false, false, null));
            caller.add(span(trace, 2, 1L, "checkout", at, i, false, true, "payment"));
            callee.add(span(trace, 3, 2L, "payment", at, i / 2, i % 10 == 0, false, null));
            callee.add(span(trace, 4, 3L, "payment", at, 1, false, true, "orders-db"));
        }
        organisation.as(() -> spans.write(callee));
        assertThat(linked(now)).isEmpty();
        organisation.as(() -> spans.write(caller));
        organisation.as(() -> spans.write(caller));
        List<EdgeTraffic> edges = linked(now.plusSeconds(60));
        assertThat(edges).extracting(EdgeTraffic::callee).containsExactlyInAnyOrder("payment", "orders-db");
        EdgeTraffic payment = edges.stream().filter(edge -> edge.callee().equals("payment")).findFirst().orElseThrow();
        assertThat(payment.count()).isEqualTo(100);
        assertThat(payment.errors()).isEqualTo(10);
        assertThat(payment.p50()).isCloseTo(50, within(3.0));
        assertThat(payment.p99()).isCloseTo(99, within(5.0));
        assertThat(linked(now.plusSeconds(120))).isEqualTo(edges);
        assertThat(organisation.as(catalog::edges)).contains(new Edge("checkout", "payment"), new Edge("payment", "orders-db"));
        List<TracedSpan> told = organisation.as(() -> telemetry.spans(List.of("payment"), at, now));
        assertThat(told).hasSize(200);
        assertThat(told.stream().filter(TracedSpan::failed).toList()).hasSize(10);
    }

    private List<EdgeTraffic> linked(Instant when) {
        organisation.as(() -> {
            links.link(when);
            return true;
        });
        return organisation.as(() -> telemetry.edges(now.minusSeconds(600), now));
    }

    @Test
    void linesThatDifferInNumbersAndNamesCountAsOneAndAFewAreKept() {
        long minute = now.minusSeconds(300).toEpochMilli() / 60_000 * 60_000;
        List<LogDraft> lines = IntStream.range(0, 50).mapToObj(i -> new LogDraft(minute + i * 1_000, "<b>cart</b>", "error", "Connection 10.0.0." + i + ":5432 refused after " + i + " ms")).toList();
        organisation.as(() -> logs.write(lines));
        organisation.as(() -> logs.write(lines.subList(0, 10)));
        ServiceLogs told = organisation.as(() -> telemetry.logs(List.of("<b>cart</b>"), now.minusSeconds(600), now));
        assertThat(told.templates()).singleElement().satisfies(template -> {
            assertThat(template.template()).isEqualTo("Connection <*> refused after <*> ms");
            assertThat(template.counts()).containsExactly(60);
            assertThat(template.minutes()).containsExactly(minute / 1000.0);
        });
        assertThat(told.lines()).hasSize(6).allSatisfy(line -> assertThat(line.line()).startsWith("Connection 10.0.0."));
    }

    @Test
    void daysThatNobodyKeepsAnyMoreAreDropped() {
        jdbc.sql("select telemetry_open_day(?)").param(Days.day(now).minusDays(300)).query((row, number) -> true).list();
        String old = "samples_" + DateTimeFormatter.BASIC_ISO_DATE.format(Days.day(now).minusDays(300));
        assertThat(exists(old)).isTrue();
        days.turn();
        assertThat(exists(old)).isFalse();
        assertThat(exists("samples_" + DateTimeFormatter.BASIC_ISO_DATE.format(Days.day(now).plusDays(2)))).isTrue();
    }

    @Test
    void anEmptyDayGivesItsRoomBackAndOneThatIsNotKeepsWhatItHolds() {
        jdbc.sql("select telemetry_open_day(?)").param(Days.day(now).minusDays(50)).query((row, number) -> true).list();
        assertThat(emptied(50)).isTrue();
        organisation.as(() -> samples.write(List.of(draft("cart", "up", Map.of(), new long[] {ago(Duration.ofDays(51))}, 1))));
        assertThat(emptied(51)).isFalse();
        assertThat(emptied(5_000)).isFalse();
        assertThat(days(52)).hasSize(1);
    }

    private boolean emptied(int ago) {
        return jdbc.sql("select telemetry_empty_day(?)").param(Days.day(now).minusDays(ago)).query(Boolean.class).single();
    }

    private boolean exists(String table) {
        return jdbc.sql("select to_regclass(?) is not null").param(table).query(Boolean.class).single();
    }

    @Test
    void aDayThatIsOverIsPackedAndReadAsBefore() {
        LocalDate day = Days.day(now).minusDays(3);
        long start = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        long[] millis = LongStream.range(0, 5_760).map(i -> start + i * 15_000).toArray();
        double[] values = new Random(3).doubles(5_760).toArray();
        organisation.as(() -> samples.write(List.of(draft("cart", "cpu", Map.of(), millis, values), draft("cart", "up", Map.of(), new long[] {start + 86_399_999}, 1))));
        List<MetricSeries> before = days(4);
        assertThat(packing.pack(organisation.tenant(), day)).isEqualTo(2);
        assertThat(raw(start)).isZero();
        assertThat(days(4)).usingRecursiveComparison().isEqualTo(before);
        assertThat(days(4)).extracting(series -> series.values().length).containsExactly(5_760, 1);
        organisation.as(() -> samples.write(List.of(draft("cart", "up", Map.of(), new long[] {start + 1_000, start + 86_399_999}, 0.5, 7))));
        assertThat(packing.pack(organisation.tenant(), day)).isZero();
        assertThat(days(4).get(1).values()).containsExactly(0.5, 1);
        int packed = organisation.as(() -> transaction.execute(status -> jdbc.sql("select sum(pg_column_size(steps) + pg_column_size(amounts)) from packed_samples where cardinality(steps) > 1").query(Integer.class).single()));
        System.out.printf("TELEMETRY a packed sample takes %.1f bytes%n", packed / 5_760.0);
        assertThat(packed / 5_760.0).isLessThan(12);
    }

    private List<MetricSeries> days(int count) {
        return organisation.as(() -> telemetry.series(List.of("cart"), now.minus(Duration.ofDays(count)), now));
    }

    private long raw(long start) {
        return organisation.as(() -> transaction.execute(status -> jdbc.sql("select count(*) from samples where at >= to_timestamp(?::bigint / 1000)").param(start).query(Long.class).single()));
    }
}
