package com.srecopilot.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.tenancy.Actor;

/** Alerts that are silent while what they depend on fires: they stay in the list and say so, and call again afterwards. */
@Service
@Transactional
public class DownstreamAlerts {

    public static final String RULE = "upstream-is-the-cause";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DownstreamAlerts(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** A service whose alerts fire in an incident, since when, and whether that is private. */
    public record Firing(String service, String incident, Instant since, boolean hidden) {
    }

    /** An alert, and the incident of its cause. */
    public record Suppressed(UUID alert, String incident, String reason) {
    }

    /** What fires of these services and is part of an incident. */
    @Transactional(readOnly = true)
    public List<Firing> firing(Collection<String> services) {
        return jdbc.sql("""
                select service, incident, min(starts_at) as since, bool_or(incident_hidden) as hidden from alerts
                where ends_at is null and service = any(:services) and incident is not null and status <> 'suppressed' group by service, incident""")
                .param("services", services.toArray(String[]::new))
                .query((row, number) -> new Firing(row.getString("service"), row.getString("incident"),
                        row.getObject("since", OffsetDateTime.class).toInstant(), row.getBoolean("hidden"))).list();
    }

    /** They get no incident while they are suppressed. What has resolved meanwhile, or has one, stays as it is. */
    public void suppress(List<Suppressed> suppressed) {
        announce(suppressed.isEmpty() ? List.of() : jdbc.sql("""
                update alerts set status = 'suppressed', suppressed_for = w.incident, suppressed_by = null, suppressed_at = :now, attached_at = :now,
                    suppression_rule = :rule, rule = :rule, suppression_reason = w.reason, reason = w.reason, lifted_at = null, awaits_incident = false
                from unnest(:ids, :incidents, :reasons) as w (id, incident, reason)
                where alerts.id = w.id and alerts.incident is null and ends_at is null returning alerts.id""")
                .param("now", now()).param("rule", RULE).param("ids", suppressed.stream().map(Suppressed::alert).toArray(UUID[]::new))
                .param("incidents", texts(suppressed, Suppressed::incident)).param("reasons", texts(suppressed, Suppressed::reason))
                .query(UUID.class).list());
    }

    /** The incidents for whose sake alerts are suppressed now. */
    @Transactional(readOnly = true)
    public List<String> incidents() {
        return jdbc.sql("select distinct suppressed_for from alerts where status = 'suppressed' and suppressed_for is not null").query(String.class).list();
    }

    /** What was suppressed for these incidents fires again, and waits for one of its own. */
    public void lift(Collection<String> incidents) {
        announce(incidents.isEmpty() ? List.of() : jdbc.sql("""
                update alerts set status = 'firing', suppressed_for = null, lifted_at = :now, rule = null, reason = null, attached_at = null,
                    awaits_incident = true
                where status = 'suppressed' and suppressed_for = any(:incidents) returning id""")
                .param("now", now()).param("incidents", incidents.toArray(String[]::new)).query(UUID.class).list());
    }

    private void announce(List<UUID> changed) {
        if (!changed.isEmpty()) {
            events.publishEvent(new AlertEvent.Reconsidered(Actor.current().tenant(), changed.stream().limit(AlertEvent.Reconsidered.SHOWN).toList()));
        }
    }

    private static String[] texts(List<Suppressed> suppressed, Function<Suppressed, String> text) {
        return suppressed.stream().map(text).toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
