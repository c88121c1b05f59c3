package com.srecopilot.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which records are asked for, as it stands in the address of the page.
 *
 * @param action such as {@code incident.resolve}, or {@code incident} for all acts of that kind
 * @param person part of an e-mail
 * @param resource a type such as {@code incident}, or type and id: {@code incident:42}
 * @param from a day ({@code 2026-11-24}, UTC) or an instant, inclusive
 * @param to a day, inclusive, or an instant
 * @param success {@code true}, {@code false} or empty for both
 */
record AuditFilter(String action, String person, String resource, String from, String to, String success) {

    AuditFilter {
        action = trimmed(action);
        person = trimmed(person);
        resource = trimmed(resource);
        from = trimmed(from);
        to = trimmed(to);
        success = trimmed(success);
    }

    public boolean isEmpty() {
        return (action + person + resource + from + to + success).isEmpty();
    }

    /** The conditions in SQL, their values as named parameters in {@code values}. */
    List<String> conditions(Map<String, Object> values) {
        var conditions = new ArrayList<String>();
        add(conditions, values, "action", action, "(action = :action or action like :action || '.%')");
        add(conditions, values, "person", person.toLowerCase(), "position(:person in lower(user_email)) > 0");
        addResource(conditions, values);
        addTime(conditions, values, "from", from, 0, "timestamp >= :from");
        addTime(conditions, values, "to", to, 1, "timestamp < :to");
        add(conditions, values, "success", success, "success = cast(:success as boolean)");
        return conditions;
    }

    /** The same filter as a query string, for the link to the next page. */
    String query(String cursor) {
        var query = UriComponentsBuilder.fromPath("/audit");
        var parts = new String[][] {{"action", action}, {"person", person}, {"resource", resource}, {"from", from},
            {"to", to}, {"success", success}, {"cursor", cursor}};
        for (String[] part : parts) {
            if (!part[1].isEmpty()) {
                query.queryParam(part[0], part[1]);
            }
        }
        return query.encode().build().toUriString();
    }

    private void addResource(List<String> conditions, Map<String, Object> values) {
        String[] parts = resource.split(":", 2);
        add(conditions, values, "type", parts[0], "resource_type = :type");
        add(conditions, values, "resource", parts.length > 1 ? parts[1] : "", "resource_id = :resource");
    }

    private static void add(List<String> conditions, Map<String, Object> values, String name, String value, String sql) {
        if (!value.isEmpty()) {
            conditions.add(sql);
            values.put(name, value);
        }
    }

    private static void addTime(List<String> conditions, Map<String, Object> values, String name, String text, int daysLater, String sql) {
        if (!text.isEmpty()) {
            conditions.add(sql);
            values.put(name, time(name, text, daysLater));
        }
    }

    private static OffsetDateTime time(String field, String text, int daysLater) {
        try {
            boolean day = text.length() == 10;
            OffsetDateTime time = day ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC) : Instant.parse(text).atOffset(ZoneOffset.UTC);
            if (time.getYear() < 1 || time.getYear() > 9999) {
                throw unreadable(field);
            }
            return day ? time.plusDays(daysLater) : time;
        } catch (DateTimeParseException e) {
            throw unreadable(field);
        }
    }

    private static ResponseStatusException unreadable(String field) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, field + ": give a day such as 2026-11-24, or an instant such as 2026-11-24T12:00:00Z");
    }

    private static String trimmed(String text) {
        return text == null ? "" : text.strip();
    }
}
