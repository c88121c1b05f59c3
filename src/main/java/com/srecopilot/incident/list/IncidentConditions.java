package com.srecopilot.incident.list;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import com.srecopilot.identity.Cursor;
import com.srecopilot.search.Match;

/** A filter as SQL over {@code incidents i}, with its parameters. */
record IncidentConditions(String sql, Map<String, Object> parameters) {

    static IncidentConditions of(IncidentFilter filter, Match match) {
        IncidentConditions times = times(filter, match);
        var sql = new StringJoiner(" and ").add(times.sql).add(match.condition("i.id"));
        var parameters = new HashMap<>(times.parameters);
        among(sql, parameters, "state", "state", filter.state());
        among(sql, parameters, "severity", "severity", filter.severity());
        among(sql, parameters, "service_name", "service", filter.service());
        among(sql, parameters, "coalesce(assignee_id::text, 'none')", "assignee", filter.assignee());
        return new IncidentConditions(sql.toString(), parameters);
    }

    /** The times only, with the parameters for the words too. */
    static IncidentConditions times(IncidentFilter filter, Match match) {
        var sql = new StringJoiner(" and ").add("deleted_at is null");
        var parameters = new HashMap<>(match.parameters());
        since(sql, parameters, filter);
        return new IncidentConditions(sql.toString(), parameters);
    }

    private static void among(StringJoiner sql, Map<String, Object> parameters, String column, String name, List<String> values) {
        if (!values.isEmpty()) {
            sql.add(column + " in (:" + name + ")");
            parameters.put(name, values);
        }
    }

    private static void since(StringJoiner sql, Map<String, Object> parameters, IncidentFilter filter) {
        if (filter.from() != null) {
            sql.add("detected_at >= :from");
            parameters.put("from", filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            sql.add("detected_at < :to");
            parameters.put("to", filter.to().atOffset(ZoneOffset.UTC));
        }
    }

    /** @param order whose parts ask for what comes after the cursor */
    IncidentConditions from(IncidentCursor cursor, IncidentOrder order) {
        if (cursor == null) {
            return this;
        }
        var all = new HashMap<>(parameters);
        all.put("cursorOpen", cursor.open());
        all.put("cursorAt", cursor.detectedAt().atOffset(ZoneOffset.UTC));
        all.put("cursorNumber", cursor.number());
        if (order.led()) {
            all.put("cursorLead", order.leadOf(cursor));
        }
        return new IncidentConditions(sql, all);
    }

    IncidentConditions before(Cursor cursor) {
        if (cursor == null) {
            return this;
        }
        var all = new HashMap<>(parameters);
        all.put("cursorAt", cursor.at().atOffset(ZoneOffset.UTC));
        all.put("cursorId", cursor.id());
        return new IncidentConditions(sql + " and (detected_at, id) < (:cursorAt, :cursorId)", all);
    }

    StatementSpec bind(StatementSpec statement) {
        return statement.params(parameters);
    }
}
