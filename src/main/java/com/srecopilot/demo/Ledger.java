package com.srecopilot.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Rows on their way into the database, a thousand in one statement. */
final class Ledger {

    private static final int ROWS = 1_000;
    private static final List<String> ORDER = List.of("changes", "receipts", "alerts", "receipt_alerts", "incidents", "incident_numbers",
            "timeline_entries", "incident_clusters", "audit_records");

    private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();

    /** Rows of one table name the same columns. */
    void add(String table, Map<String, Object> row) {
        tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
    }

    /** Columns and their values, in turn. */
    static Map<String, Object> row(Object... columns) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < columns.length; i += 2) {
            row.put((String) columns[i], columns[i + 1]);
        }
        return row;
    }

    /** In the current transaction. */
    void write(JdbcClient jdbc, JsonMapper json) {
        ORDER.forEach(table -> write(table, tables.getOrDefault(table, List.of()), jdbc, json));
    }

    private static void write(String table, List<Map<String, Object>> rows, JdbcClient jdbc, JsonMapper json) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            List<Map<String, Object>> some = rows.subList(from, Math.min(rows.size(), from + ROWS));
            String columns = String.join(", ", some.get(0).keySet());
            jdbc.sql("insert into " + table + " (tenant_id, " + columns + ") select current_tenant(), " + columns
                    + " from jsonb_populate_recordset(null::" + table + ", ?::jsonb)").param(json.writeValueAsString(some)).update();
        }
    }
}
