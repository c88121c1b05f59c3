package com.srecopilot.incident.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentView;

/** The list of incidents: open ones first, newest first within both halves; with counts beside it. */
@Service
public class IncidentSearch {

    private static final int MOST_VALUES = 50;

    private final JdbcClient jdbc;

    IncidentSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cursor as a former slice gave it, or null for the first */
    @Transactional(readOnly = true)
    public Slice<IncidentView> find(IncidentFilter filter, String cursor, int limit) {
        IncidentConditions conditions = IncidentConditions.of(filter);
        IncidentConditions page = conditions.after(IncidentCursor.parse(cursor));
        List<IncidentView> found = page.bind(jdbc.sql("select * from incidents i where " + page.sql()
                + " order by (state <> 'resolved') desc, detected_at desc, number desc limit " + (limit + 1)))
                .query(IncidentSearch::view).list();
        boolean more = found.size() > limit;
        List<IncidentView> items = more ? found.subList(0, limit) : found;
        return new Slice<>(items, more ? IncidentCursor.after(items.get(limit - 1)) : null, total(conditions));
    }

    /** The order that programs page through: newest first, whatever the state. */
    @Transactional(readOnly = true)
    public Slice<IncidentView> newestFirst(IncidentFilter filter, String cursor, int limit) {
        IncidentConditions conditions = IncidentConditions.of(filter);
        IncidentConditions page = conditions.before(Cursor.parse(cursor).orElse(null));
        List<IncidentView> found = page.bind(jdbc.sql("select * from incidents i where " + page.sql()
                + " order by detected_at desc, id desc limit " + (limit + 1))).query(IncidentSearch::view).list();
        return Slice.of(found, limit, total(conditions), incident -> new Cursor(incident.detectedAt(), incident.id()));
    }

    private long total(IncidentConditions conditions) {
        return conditions.bind(jdbc.sql("select count(*) from incidents i where " + conditions.sql())).query(Long.class).single();
    }

    /** How many there are of each state, severity, service or assignee, under the other filters. */
    @Transactional(readOnly = true)
    public Map<String, Long> counts(IncidentFilter filter, String dimension) {
        IncidentConditions conditions = IncidentConditions.of(filter.without(dimension));
        Map<String, Long> counts = new LinkedHashMap<>();
        conditions.bind(jdbc.sql("select " + column(dimension) + " as value, count(*) as n from incidents i where "
                + conditions.sql() + " group by 1 order by 2 desc, 1 limit " + MOST_VALUES))
                .query(row -> {
                    counts.put(row.getString("value"), row.getLong("n"));
                });
        return counts;
    }

    private static String column(String dimension) {
        return switch (dimension) {
            case "state" -> "state";
            case "severity" -> "severity";
            case "service" -> "service_name";
            case "assignee" -> "coalesce(assignee_id::text, 'none')";
            default -> throw new IllegalArgumentException("No counts by " + dimension);
        };
    }

    private static IncidentView view(ResultSet row, int index) throws SQLException {
        return new IncidentView(row.getObject("id", UUID.class), row.getInt("number"), row.getString("title"),
                row.getString("description"), row.getString("severity"), row.getString("state"), row.getString("service_name"),
                row.getObject("assignee_id", UUID.class), List.of((String[]) row.getArray("tags").getArray()),
                instant(row, "detected_at"), instant(row, "acknowledged_at"), instant(row, "resolved_at"),
                row.getInt("alerts_total"), row.getInt("alerts_firing"), row.getInt("hypotheses"), row.getInt("version"),
                row.getBoolean("restricted"), row.getInt("audience"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
