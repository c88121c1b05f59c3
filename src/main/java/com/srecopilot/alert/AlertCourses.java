package com.srecopilot.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the alerts of an incident fired: those of one title together, overlapping episodes as one stretch. */
@Service
@Transactional(readOnly = true)
public class AlertCourses {

    private static final int MOST_TITLES = 20;
    private static final int MOST_STRETCHES = 2_000;

    private static final List<String> WORDS = List.of("critical", "high", "medium", "low");
    private static final String COURSES = """
            with course as (
                select title, min(array_position(array['critical', 'high', 'medium', 'low'], severity)) as worst, count(*) as n,
                    count(*) filter (where ends_at is null) as firing,
                    range_agg(tstzrange(starts_at, greatest(coalesce(ends_at, :now), starts_at), '[]')) as fired
                from alerts where incident = :incident group by title order by n desc, title limit :titles)
            select course.*, lower(stretch) as begun, upper(stretch) as over from course, unnest(fired) as stretch
            order by n desc, title, begun limit :stretches""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AlertCourses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The alerts of one title.
     *
     * @param severity the worst of them
     * @param count episodes
     * @param firing episodes that are not over
     */
    public record Course(String title, String severity, long count, long firing, List<Stretch> stretches) {
    }

    /** @param to now, while it fires */
    public record Stretch(Instant from, Instant to) {
    }

    /**
     * What a service has of alerts.
     *
     * @param joined that belong to the incident, over or not
     * @param firing that fire now, of other incidents too when these were asked for
     */
    public record Standing(long joined, long firing) {

        public static final Standing CALM = new Standing(0, 0);
    }

    /**
     * How each of these services stands in an incident; those without any alert are left out.
     *
     * @param others whether what fires now outside of the incident counts too
     */
    public Map<String, Standing> standings(String incident, Collection<String> services, boolean others) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        jdbc.sql("""
                select service, count(*) filter (where joined) as joined, count(*) filter (where firing) as firing from (
                    select service, true as joined, ends_at is null as firing from alerts where incident = :incident and service in (:services)
                    union all
                    select service, false, true from alerts where :others and ends_at is null and incident is distinct from :incident and service in (:services)) each
                group by service""").param("incident", incident).param("services", services).param("others", others)
                .query(row -> {
                    standings.put(row.getString("service"), new Standing(row.getLong("joined"), row.getLong("firing")));
                });
        return standings;
    }

    /** The most frequent first, 20 titles at most. */
    public List<Course> ofIncident(String incident) {
        Map<String, Course> courses = new LinkedHashMap<>();
        jdbc.sql(COURSES).param("incident", incident).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("titles", MOST_TITLES).param("stretches", MOST_STRETCHES)
                .query(row -> {
                    courses.computeIfAbsent(row.getString("title"), title -> begun(title, row)).stretches().add(new Stretch(time(row, "begun"), time(row, "over")));
                });
        return List.copyOf(courses.values());
    }

    private static Course begun(String title, ResultSet row) {
        try {
            return new Course(title, WORDS.get(row.getInt("worst") - 1), row.getLong("n"), row.getLong("firing"), new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
