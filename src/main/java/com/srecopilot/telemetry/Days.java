package com.srecopilot.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/** The days for which there is room: opened before they come and when something late arrives, dropped when nothing of them is kept any more. */
@Component
class Days {

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final TelemetryProperties properties;
    private final Tenants tenants;
    private final Clock clock;
    private final Set<LocalDate> open = ConcurrentHashMap.newKeySet();

    Days(JdbcClient jdbc, PlatformTransactionManager transactions, TelemetryProperties properties, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.properties = properties;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Times that can be kept; in milliseconds since the epoch. */
    record Span(long first, long last) {

        /** @return why it can't be kept, or null */
        String refusal(long millis) {
            return millis < first ? "older than what is kept" : millis > last ? "in the future" : null;
        }
    }

    Span kept() {
        return span(properties.keepDays());
    }

    Span keptOfSpans() {
        return span(Math.min(properties.keepSpansDays(), properties.keepDays()));
    }

    private Span span(int days) {
        Instant now = clock.instant();
        return new Span(day(now).minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(), now.plus(properties.ahead()).toEpochMilli());
    }

    /** In a transaction of its own, at once visible to all: before the rows that need it are written. */
    void open(LongStream millis) {
        millis.map(at -> Math.floorDiv(at, Duration.ofDays(1).toMillis())).distinct().mapToObj(LocalDate::ofEpochDay)
                .filter(day -> !open.contains(day)).sorted().forEach(this::open);
    }

    private void open(LocalDate day) {
        apart.executeWithoutResult(status -> jdbc.sql("select telemetry_open_day(?)").param(day).query((row, number) -> true).list());
        open.add(day);
    }

    @Scheduled(initialDelayString = "5s", fixedDelayString = "1h")
    void turn() {
        LocalDate today = day(clock.instant());
        open(LongStream.rangeClosed(0, 2).map(ahead -> today.plusDays(ahead).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()));
        drop("{samples,packed_samples,edge_minutes,log_minutes}", today.minusDays(properties.keepDays()));
        drop("{spans,log_lines}", today.minusDays(Math.min(properties.keepSpansDays(), properties.keepDays())));
        open.removeIf(day -> day.isBefore(today.minusDays(properties.keepDays())));
        Instant forgotten = today.minusDays(properties.keepDays()).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant counted = clock.instant().minus(Duration.ofDays(2));
        tenants.ids().forEach(tenant -> Actor.system(tenant, "telemetry").run(() -> {
            forget("series where last_seen", forgotten);
            forget("log_templates where last_seen", forgotten);
            forget("telemetry_minutes where minute", counted);
        }));
    }

    private void drop(String tables, LocalDate before) {
        apart.executeWithoutResult(status -> jdbc.sql("select telemetry_drop_days(?::text[], ?)").params(tables, before).query(Integer.class).single());
    }

    private void forget(String rows, Instant before) {
        apart.executeWithoutResult(status -> jdbc.sql("delete from " + rows + " < ?").param(before.atOffset(ZoneOffset.UTC)).update());
    }

    static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
