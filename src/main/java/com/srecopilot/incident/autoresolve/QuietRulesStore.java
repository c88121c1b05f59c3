package com.srecopilot.incident.autoresolve;

import java.util.TreeMap;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** The current tenant's rules, read wherever they are applied: a change holds at once on all nodes. */
@Component
class QuietRulesStore {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    QuietRulesStore(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public QuietRules rules() {
        var minutes = new TreeMap<String, Integer>();
        jdbc.sql("select severity, minutes from incident_quiet_rules").query(row -> {
            minutes.put(row.getString("severity"), row.getInt("minutes"));
        });
        return minutes.isEmpty() ? QuietRules.OFF : new QuietRules(minutes);
    }

    @Transactional
    public void use(QuietRules rules) {
        QuietRules before = rules();
        if (before.equals(rules)) {
            return;
        }
        jdbc.sql("delete from incident_quiet_rules where not severity = any(?)").param(rules.minutes().keySet().toArray(String[]::new)).update();
        rules.minutes().forEach((severity, minutes) -> jdbc.sql("""
                insert into incident_quiet_rules (severity, minutes) values (?, ?) on conflict (tenant_id, severity) do update set minutes = excluded.minutes""")
                .params(severity, minutes).update());
        events.publishEvent(new QuietRulesChanged(Actor.current().tenant(), new Changes(before.told(), rules.told())));
    }
}
