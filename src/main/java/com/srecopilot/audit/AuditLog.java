package com.srecopilot.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.srecopilot.tenancy.Auditable.Changes;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log, newest first. */
@Service
@Transactional(readOnly = true)
class AuditLog {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Found(List<AuditEntry> items, @JsonProperty("next_cursor") String nextCursor, long total) {
    }

    /** @param cursor where the page before ended, or empty for the newest */
    Found search(AuditFilter filter, String cursor, int limit) {
        var values = new HashMap<String, Object>();
        List<String> conditions = filter.conditions(values);
        long total = count(conditions, values);
        if (!cursor.isEmpty()) {
            conditions.add("(timestamp, id) < (cast(:before as timestamptz), :beforeId)");
            values.putAll(position(cursor));
        }
        List<AuditEntry> items = read(conditions, values, limit + 1);
        boolean more = items.size() > limit;
        List<AuditEntry> page = more ? items.subList(0, limit) : items;
        return new Found(page, more ? cursor(page.get(limit - 1)) : null, total);
    }

    /** The acts that the log knows, for the filter's suggestions. */
    List<String> actions() {
        return jdbc.sql("select distinct action from audit_records order by action").query(String.class).list();
    }

    private long count(List<String> conditions, Map<String, Object> values) {
        return jdbc.sql("select count(*) from audit_records" + where(conditions)).params(values).query(Long.class).single();
    }

    private List<AuditEntry> read(List<String> conditions, Map<String, Object> values, int max) {
        String sql = "select * from audit_records" + where(conditions) + " order by timestamp desc, id desc limit " + max;
        return jdbc.sql(sql).params(values).query((row, number) -> entry(row)).list();
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(row.getObject("id", UUID.class), row.getObject("timestamp", OffsetDateTime.class).toInstant(),
                row.getObject("user_id", UUID.class), row.getString("user_email"), row.getObject("tenant_id", UUID.class),
                row.getString("action"), row.getString("resource_type"), row.getString("resource_id"),
                json.readValue(row.getString("changes"), Changes.class), row.getString("ip_address"),
                row.getString("user_agent"), row.getString("request_id"), row.getBoolean("success"));
    }

    private static String cursor(AuditEntry last) {
        String position = last.timestamp() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> position(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return Map.of("before", Instant.parse(parts[0]).toString(), "beforeId", UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "cursor: not one that a page before gave out");
        }
    }
}
