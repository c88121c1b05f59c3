package com.srecopilot.alert.receipt;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.alert.format.IncomingAlert;

/** Writes the receipts of deliveries, and what became of their alerts. */
@Component
public class ReceiptWriter {

    private static final int ROWS = 1_000;
    private static final String RECEIPT = """
            insert into receipts (id, received_at, source_id, source_name, format, status, reason, alerts, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ENTRY = """
            insert into receipt_alerts (receipt_id, ordinal, alert_id, outcome, said, decisions)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb)""";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    ReceiptWriter(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Line(UUID receipt, int ordinal, Entry entry) {
    }

    public void write(List<Receipt> receipts) {
        jdbc.batchUpdate(RECEIPT, receipts, ROWS, this::receipt);
    }

    /** What became of each delivery's alerts. @param entries by receipt */
    public void write(Map<UUID, List<Entry>> entries) {
        var lines = new ArrayList<Line>();
        entries.forEach((receipt, all) -> {
            for (int i = 0; i < all.size(); i++) {
                lines.add(new Line(receipt, i, all.get(i)));
            }
        });
        jdbc.batchUpdate(ENTRY, lines, ROWS, this::entry);
    }

    private void receipt(PreparedStatement row, Receipt receipt) throws SQLException {
        row.setObject(1, receipt.id());
        row.setObject(2, receipt.receivedAt().atOffset(ZoneOffset.UTC));
        row.setObject(3, receipt.sourceId());
        row.setString(4, receipt.sourceName());
        row.setString(5, receipt.format());
        row.setString(6, receipt.refusal() == null ? "accepted" : "rejected");
        row.setString(7, receipt.refusal());
        row.setInt(8, receipt.alerts());
        row.setString(9, receipt.payload());
    }

    private void entry(PreparedStatement row, Line line) throws SQLException {
        row.setObject(1, line.receipt);
        row.setInt(2, line.ordinal);
        row.setObject(3, line.entry.alert());
        row.setString(4, line.entry.outcome());
        row.setString(5, json.writeValueAsString(said(line.entry.said())));
        row.setString(6, json.writeValueAsString(line.entry.decisions()));
    }

    private static Map<String, Object> said(IncomingAlert alert) {
        var said = new LinkedHashMap<String, Object>();
        said.put("fingerprint", alert.fingerprint());
        said.put("dedup_key", alert.dedupKey());
        said.put("title", alert.title());
        said.put("description", alert.description());
        said.put("severity", alert.severity());
        said.put("status", alert.resolved() ? "resolved" : "firing");
        said.put("service", alert.service());
        said.put("labels", alert.labels());
        said.put("starts_at", text(alert.startsAt()));
        said.put("ends_at", text(alert.endsAt()));
        said.put("url", alert.url());
        return said;
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
