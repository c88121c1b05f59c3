package com.srecopilot.incident;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures over weeks and months, each in one statement; deleted and private incidents don't count. {@code date_part} reckons
 * with doubles: with {@code extract} they took a third longer.
 */
@Service
@Transactional(readOnly = true)
public class IncidentTrends {

    private static final String RESOLVED = """
            from (select date_part('epoch', resolved_at - detected_at) as seconds, floor(date_part('epoch', resolved_at - :from) / :step)::int as step
                  from incidents where state = 'resolved' and deleted_at is null and not restricted and resolved_at >= :from and resolved_at < :to) took
            """;
    /** One sort for all three. */
    private static final String SPREAD = """
            count(*) as n, avg(seconds) as mean, percentile_cont(array[0.25, 0.5, 0.75]) within group (order by seconds) as quarters
            """;

    private final JdbcClient jdbc;

    IncidentTrends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How long those took that were resolved in a step, in seconds; zeros when there were none.
     *
     * @param step its number, from 0
     * @param low a quarter took less, @param high a quarter took longer
     */
    public record Took(int step, long incidents, double mean, double low, double median, double high) {
    }

    public record Began(int step, String severity, long incidents) {
    }

    /** @param weekday 1 is Monday. @param hour 0 to 23 */
    public record Hour(String service, int weekday, int hour, long incidents) {
    }

    /** By step; steps without a resolved incident are left out. */
    public List<Took> timeToResolve(Instant from, Instant to, Duration step) {
        return jdbc.sql("select step, " + SPREAD + RESOLVED + "group by step order by step")
                .param("from", utc(from)).param("to", utc(to)).param("step", step.toSeconds())
                .query(IncidentTrends::took).list();
    }

    /** Of all that were resolved in that time together. */
    public Took timeToResolve(Instant from, Instant to) {
        return jdbc.sql("select 0 as step, " + SPREAD + RESOLVED)
                .param("from", utc(from)).param("to", utc(to)).param("step", Duration.between(from, to).toSeconds())
                .query(IncidentTrends::took).single();
    }

    /** How many began, by step and severity. */
    public List<Began> bySeverity(Instant from, Instant to, Duration step) {
        return jdbc.sql("""
                select floor(date_part('epoch', detected_at - :from) / :step)::int as step, severity, count(*) as n from incidents
                where deleted_at is null and not restricted and detected_at >= :from and detected_at < :to group by 1, 2 order by 1, 2""")
                .param("from", utc(from)).param("to", utc(to)).param("step", step.toSeconds())
                .query((row, number) -> new Began(row.getInt("step"), row.getString("severity"), row.getLong("n"))).list();
    }

    /** How many began, by service and hour of the week; a service is empty when the incident names none. */
    public List<Hour> byHour(Instant from, Instant to, ZoneId zone) {
        return jdbc.sql("""
                select service_name, date_part('isodow', detected_at at time zone :zone)::int as weekday,
                    date_part('hour', detected_at at time zone :zone)::int as hour, count(*) as n from incidents
                where deleted_at is null and not restricted and detected_at >= :from and detected_at < :to group by 1, 2, 3""")
                .param("from", utc(from)).param("to", utc(to)).param("zone", zone.getId())
                .query((row, number) -> new Hour(row.getString("service_name"), row.getInt("weekday"), row.getInt("hour"), row.getLong("n"))).list();
    }

    private static Took took(ResultSet row, int number) throws SQLException {
        Array quarters = row.getArray("quarters");
        Double[] each = quarters == null ? new Double[] {0.0, 0.0, 0.0} : (Double[]) quarters.getArray();
        return new Took(row.getInt("step"), row.getLong("n"), row.getDouble("mean"), each[0], each[1], each[2]);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
