package com.srecopilot.alert.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads receipts, for programs and for the page of an alert. */
@Service
@Transactional(readOnly = true)
public class Receipts {

    private static final TypeReference<List<Decision>> DECISIONS = new TypeReference<>() { };
    private static final TypeReference<List<Joining>> JOININGS = new TypeReference<>() { };
    private static final TypeReference<Map<String, Object>> SAID = new TypeReference<>() { };
    private static final String ENTRIES = """
            select e.alert_id, e.outcome, e.said, e.decisions, r.id receipt, r.received_at, r.source_name, r.format, r.alerts,
                   a.status, a.starts_at, a.count, case when not a.incident_hidden then a.incident end as incident, a.incident_hidden,
                   a.rule, case when a.incident_hidden then 'its incident is private' else a.reason end as reason, a.attached_at, a.moved_by, a.earlier, a.suppressed_at, a.suppression_rule, a.suppression_reason, a.lifted_at
            from receipt_alerts e
            join receipts r on r.id = e.receipt_id and r.tenant_id = e.tenant_id
            left join alerts a on a.id = e.alert_id and a.tenant_id = e.tenant_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Receipts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One delivery of an alert. */
    public record Trace(UUID receipt, Instant receivedAt, String source, String format, String outcome, List<Decision> decisions) {
    }

    public Optional<ReceiptView> find(UUID id) {
        return jdbc.sql("select * from receipts where id = ?").param(id)
                .query((row, number) -> new ReceiptView(id, instant(row.getObject("received_at", OffsetDateTime.class)),
                        row.getString("source_name"), row.getString("format"), row.getString("status"), row.getString("reason"),
                        alerts(id))).optional();
    }

    /** The latest deliveries of an alert, newest first. */
    public List<Trace> ofAlert(UUID alert, int max) {
        return jdbc.sql(ENTRIES + "where e.alert_id = ? order by e.receipt_id desc, e.ordinal desc limit ?").params(alert, max)
                .query((row, number) -> new Trace(row.getObject("receipt", UUID.class),
                        instant(row.getObject("received_at", OffsetDateTime.class)), row.getString("source_name"),
                        row.getString("format"), row.getString("outcome"), decisions(row))).list();
    }

    private List<Map<String, Object>> alerts(UUID receipt) {
        return jdbc.sql(ENTRIES + "where e.receipt_id = ? order by e.ordinal").param(receipt).query((row, number) -> {
            var alert = new LinkedHashMap<String, Object>();
            alert.put("id", row.getObject("alert_id", UUID.class));
            alert.putAll(json.readValue(row.getString("said"), SAID));
            OffsetDateTime startsAt = row.getObject("starts_at", OffsetDateTime.class);
            if (alert.get("starts_at") == null && startsAt != null) {
                alert.put("starts_at", startsAt.toInstant());
            }
            alert.put("source", row.getString("source_name"));
            alert.put("count", row.getLong("count"));
            alert.put("incident", row.getString("incident"));
            alert.put("reason", "suppressed".equals(row.getString("status")) ? row.getString("suppression_reason") : row.getString("reason"));
            alert.put("outcome", row.getString("outcome"));
            alert.put("decisions", decisions(row));
            return (Map<String, Object>) alert;
        }).list();
    }

    private List<Decision> decisions(ResultSet row) throws SQLException {
        Instant at = instant(row.getObject("received_at", OffsetDateTime.class));
        var decisions = new ArrayList<Decision>();
        decisions.add(new Decision(at, "received", "ingest-key", "accepted", "from source " + row.getString("source_name")));
        decisions.add(new Decision(at, "parsed", row.getString("format"), "read", "one of " + row.getInt("alerts") + " in the body"));
        decisions.addAll(json.readValue(row.getString("decisions"), DECISIONS));
        joinings(row).forEach(joining -> decisions.add(joining.decision()));
        OffsetDateTime suppressed = row.getObject("suppressed_at", OffsetDateTime.class);
        if (suppressed != null) {
            decisions.add(new Decision(instant(suppressed), "suppressed", row.getString("suppression_rule"), "suppressed", row.getString("suppression_reason")));
        }
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        if (lifted != null) {
            decisions.add(new Decision(instant(lifted), "lifted", row.getString("suppression_rule") + "-over", "firing", "nothing suppresses it any more"));
        }
        return decisions.stream().sorted(Comparator.comparing(Decision::at)).toList();
    }

    /** Where it was and is, in order. */
    private List<Joining> joinings(ResultSet row) throws SQLException {
        String earlier = row.getString("earlier");
        List<Joining> joinings = new ArrayList<>(earlier == null ? List.of() : json.readValue(earlier, JOININGS));
        String incident = row.getString("incident");
        String rule = row.getString("rule");
        if (incident != null || rule != null && !rule.equals(row.getString("suppression_rule"))) {
            joinings.add(new Joining(instant(row.getObject("attached_at", OffsetDateTime.class)), rule, incident, row.getString("reason"),
                    row.getString("moved_by"), row.getBoolean("incident_hidden")));
        }
        return joinings;
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
