package com.srecopilot.incident.autoresolve;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.Alerts;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.opening.IncidentOpening;

/**
 * Resolves what is over and was never anybody's: all its alerts have resolved, nothing was heard of them for as long as
 * the rules say, nobody has it, and no person's act stands in its timeline. What a person has once touched, by a note, a
 * status update, a tag, taking it, reopening it, a person resolves.
 */
@Service
class AutoResolve {

    private static final int LOT = 500;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MMM d HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String UNTOUCHED = """
            deleted_at is null and state = 'detected' and assignee_id is null and alerts_total > 0 and alerts_firing = 0 and not exists (
                select from timeline_entries t where t.tenant_id = incidents.tenant_id and t.incident_id = incidents.id and t.actor_id is not null)""";

    private final JdbcClient jdbc;
    private final QuietRulesStore store;
    private final Incidents incidents;
    private final IncidentService lives;
    private final IncidentOpening opening;
    private final Alerts alerts;
    private final Clock clock;

    AutoResolve(JdbcClient jdbc, QuietRulesStore store, Incidents incidents, IncidentService lives, IncidentOpening opening, Alerts alerts, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.incidents = incidents;
        this.lives = lives;
        this.opening = opening;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Numbers of those that may be due, in their order. */
    @Transactional(readOnly = true)
    public List<Integer> candidatesAfter(int number) {
        QuietRules rules = store.rules();
        return rules.off() ? List.of() : jdbc.sql("select number from incidents where number > ? and severity = any(?) and " + UNTOUCHED + " order by number limit " + LOT)
                .params(number, rules.minutes().keySet().toArray(String[]::new)).query(Integer.class).list();
    }

    /**
     * Looks again, with the incident's row held: a person's words need it too, and whoever comes second sees what the
     * first has done. Another node that holds it does the same work.
     */
    @Transactional
    public void resolveIfDue(int number) {
        opening.oneAtATime();
        boolean held = jdbc.sql("select 1 from incidents where number = ? for update skip locked").param(number).query(Integer.class).optional().isPresent();
        if (held) {
            incidents.find(number).ifPresent(this::resolveIfDue);
        }
    }

    private void resolveIfDue(IncidentView incident) {
        Instant now = clock.instant();
        due(incident).filter(due -> !due.isAfter(now)).ifPresent(due -> {
            Duration quiet = store.rules().of(incident.severity()).orElseThrow();
            lives.subside(incident.number(), told(incident, due.minus(quiet), quiet));
        });
    }

    /** When it will be resolved if nothing happens until then; empty when it stays for people. */
    @Transactional(readOnly = true)
    public Optional<Instant> due(IncidentView incident) {
        if (!incident.quiet()) {
            return Optional.empty();
        }
        return store.rules().of(incident.severity()).filter(quiet -> untouched(incident.id()))
                .flatMap(quiet -> alerts.quietSince(incident.reference()).map(since -> since.plus(quiet)));
    }

    private boolean untouched(UUID id) {
        return jdbc.sql("select exists (select from incidents where id = ? and " + UNTOUCHED + ")").param(id).query(Boolean.class).single();
    }

    private static String told(IncidentView incident, Instant since, Duration quiet) {
        String alerts = incident.alertsTotal() == 1 ? "Its alert has" : "All its " + incident.alertsTotal() + " alerts have";
        return alerts + " resolved, and nothing was heard of them since " + WHEN.format(since) + ". Your organisation has such incidents of "
                + incident.severity() + " severity resolved after " + words(quiet) + ". Nobody had written here or taken it. If it isn't over, reopen it: then it stays open.";
    }

    static String words(Duration quiet) {
        long minutes = quiet.toMinutes();
        return minutes % 60 == 0 ? minutes / 60 + (minutes == 60 ? " hour" : " hours") : minutes + (minutes == 1 ? " minute" : " minutes");
    }
}
