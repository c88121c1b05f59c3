package com.srecopilot.alert.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.alert.AlertEvent;
import com.srecopilot.alert.silence.Matchers.Subject;
import com.srecopilot.tenancy.Actor;

/** Marks alerts that fire as suppressed, and takes that back. */
@Component
class SilencedAlerts {

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SilencedAlerts(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** What fires and matches. */
    void suppress(Silence silence) {
        var matching = new HashMap<UUID, Boolean>();
        jdbc.sql("select id, service, severity, title, source_name, labels from alerts where ends_at is null and status <> 'suppressed'").query(row -> {
            if (silence.matchers().match(subject(row))) {
                matching.put(row.getObject("id", UUID.class), true);
            }
        });
        announce(matching.isEmpty() ? List.of() : jdbc.sql("""
                update alerts set status = 'suppressed', suppressed_by = :silence, suppressed_at = :now, suppression_rule = :rule,
                    suppression_reason = :reason, lifted_at = null, awaits_incident = false
                where id = any(:ids) and ends_at is null returning id""")
                .param("silence", silence.id()).param("now", now()).param("rule", silence.kind()).param("reason", silence.reason())
                .param("ids", matching.keySet().toArray(UUID[]::new)).query(UUID.class).list());
    }

    /** What these silenced fires again; without an incident it gets one. */
    void lift(Collection<UUID> silences) {
        announce(silences.isEmpty() ? List.of() : jdbc.sql("""
                update alerts set status = 'firing', suppressed_by = null, lifted_at = :now, awaits_incident = incident is null
                where status = 'suppressed' and suppressed_by = any(:silences) returning id""")
                .param("now", now()).param("silences", silences.toArray(UUID[]::new)).query(UUID.class).list());
    }

    /** How many alerts each silence keeps silent now. */
    Map<UUID, Long> counts() {
        var counts = new HashMap<UUID, Long>();
        jdbc.sql("select suppressed_by, count(*) as n from alerts where status = 'suppressed' and suppressed_by is not null group by suppressed_by")
                .query(row -> {
                    counts.put(row.getObject("suppressed_by", UUID.class), row.getLong("n"));
                });
        return counts;
    }

    private void announce(List<UUID> changed) {
        if (!changed.isEmpty()) {
            events.publishEvent(new AlertEvent.Reconsidered(Actor.current().tenant(), changed.stream().limit(AlertEvent.Reconsidered.SHOWN).toList()));
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Subject subject(ResultSet row) throws SQLException {
        return new Subject(row.getString("service"), row.getString("severity"), row.getString("title"), row.getString("source_name"),
                json.readValue(row.getString("labels"), LABELS));
    }
}
