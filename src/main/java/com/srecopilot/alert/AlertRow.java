package com.srecopilot.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of the table of alerts, with the time it was first received: lists are in that order. */
@Component
public class AlertRow implements RowMapper<AlertRow.Received> {

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() { };

    private final JsonMapper json;

    AlertRow(JsonMapper json) {
        this.json = json;
    }

    public record Received(AlertView alert, Instant at) {
    }

    @Override
    public Received mapRow(ResultSet row, int number) throws SQLException {
        return new Received(view(row, number), instant(row, "received_at"));
    }

    public AlertView view(ResultSet row, int number) throws SQLException {
        return new AlertView(row.getObject("id", UUID.class), row.getObject("source_id", UUID.class), row.getString("source_name"),
                row.getString("dedup_key"), row.getString("fingerprint"), row.getString("title"), row.getString("description"),
                row.getString("severity"), row.getString("status"), row.getString("service"),
                json.readValue(row.getString("labels"), LABELS), instant(row, "starts_at"), instant(row, "ends_at"),
                instant(row, "last_seen_at"), row.getLong("count"), incident(row), reason(row), row.getString("url"));
    }

    private static String incident(ResultSet row) throws SQLException {
        return row.getBoolean("incident_hidden") ? null : row.getString("incident");
    }

    private static String reason(ResultSet row) throws SQLException {
        if (row.getString("status").equals("suppressed")) {
            return row.getString("suppression_reason");
        }
        return row.getBoolean("incident_hidden") ? "its incident is private" : row.getString("reason");
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
