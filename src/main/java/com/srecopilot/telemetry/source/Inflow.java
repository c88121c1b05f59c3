package com.srecopilot.telemetry.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of telemetry arrives at the current tenant. */
@Service
@Transactional(readOnly = true)
class Inflow {

    private static final int SHOWN = 100;
    private static final int MINUTES = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    Inflow(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One kind of telemetry of one source.
     *
     * @param perMinute the mean of the last five whole minutes
     * @param ignored of the last day: stale markers, values that are no number
     * @param refusal the last one, or null
     */
    record Row(String name, String signal, Instant lastAt, long perMinute, long ignored, long refused, Instant refusedAt, String refusal) {
    }

    record Kept(long series, long services, long templates) {
    }

    Kept kept() {
        return jdbc.sql("select (select count(*) from series) series, (select count(distinct service) from series) services, (select count(*) from log_templates where part_of is null) templates")
                .query((row, number) -> new Kept(row.getLong("series"), row.getLong("services"), row.getLong("templates"))).single();
    }

    /** Latest first. */
    List<Row> rows() {
        OffsetDateTime minute = clock.instant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return jdbc.sql("""
                select s.*, m.* from telemetry_sources s cross join lateral (
                    select coalesce(sum(accepted) filter (where minute >= :recent and minute < :minute), 0) recent, coalesce(sum(ignored), 0) ignored, coalesce(sum(refused), 0) refused
                    from telemetry_minutes where source_id = s.source_id and signal = s.signal and minute >= :day) m
                order by last_at desc limit :most""")
                .param("recent", minute.minusMinutes(MINUTES)).param("minute", minute).param("day", minute.minus(Duration.ofDays(1))).param("most", SHOWN)
                .query(Inflow::row).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime refused = row.getObject("refused_at", OffsetDateTime.class);
        return new Row(row.getString("name"), row.getString("signal"), row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getLong("recent") / MINUTES, row.getLong("ignored"), row.getLong("refused"), refused == null ? null : refused.toInstant(), row.getString("refusal"));
    }
}
