package com.srecopilot.telemetry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/**
 * Packs the samples of days that are over: a row for a series and day instead of one for each sample. What arrives for
 * such a day later stays as it is; readers find both.
 */
@Component
class Packing {

    private static final Logger LOG = LoggerFactory.getLogger(Packing.class);
    private static final int FIRST = 2;
    private static final int LAST = 8;
    private static final String PACK = """
            with gone as (
                delete from samples s where at >= :day and at < :day::timestamptz + interval '24 hours'
                and not exists (select from packed_samples p where p.series_id = s.series_id and p.at = :day) returning series_id, at, value),
            timed as (select series_id, value, round(extract(epoch from at - :day::timestamptz) * 1000)::int ms from gone),
            stepped as (select series_id, value, ms, ms - lag(ms, 1, 0) over (partition by series_id order by ms) step from timed)
            insert into packed_samples (series_id, at, steps, amounts)
            select series_id, :day, array_agg(step order by ms), array_agg(value order by ms) from stepped group by series_id""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Tenants tenants;
    private final Days days;
    private final Clock clock;
    private final ExecutorService packer = Executors.newSingleThreadExecutor(new CustomizableThreadFactory("packing-"));
    private final AtomicBoolean underWay = new AtomicBoolean();

    Packing(JdbcClient jdbc, TransactionTemplate transaction, Tenants tenants, Days days, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tenants = tenants;
        this.days = days;
        this.clock = clock;
    }

    /** Apart from the other jobs, which it would hold up. */
    @Scheduled(initialDelayString = "10m", fixedDelayString = "1h")
    void start() {
        if (underWay.compareAndSet(false, true)) {
            packer.execute(() -> {
                try {
                    packAll();
                } catch (DataAccessException | TransactionException e) {
                    LOG.warn("Samples could not be packed; it is tried again: {}", e.getMessage());
                } finally {
                    underWay.set(false);
                }
            });
        }
    }

    @PreDestroy
    void stop() {
        packer.shutdownNow();
    }

    private void packAll() {
        LocalDate today = Days.day(clock.instant());
        for (int ago = FIRST; ago <= LAST; ago++) {
            LocalDate day = today.minusDays(ago);
            tenants.ids().forEach(tenant -> pack(tenant, day));
            transaction.executeWithoutResult(status -> jdbc.sql("select telemetry_empty_day(?)").param(day).query(Boolean.class).single());
        }
    }

    /** @return how many series were packed; none while another node packs this tenant's */
    int pack(UUID tenant, LocalDate day) {
        days.open(LongStream.of(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()));
        return Actor.system(tenant, "telemetry").call(() -> transaction.execute(status -> {
            boolean ours = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('telemetry packing', 0) # hashtextextended(?, 0))").param(tenant.toString())
                    .query(Boolean.class).single();
            return ours ? jdbc.sql(PACK).param("day", day.atStartOfDay(ZoneOffset.UTC).toOffsetDateTime()).update() : 0;
        }));
    }
}
