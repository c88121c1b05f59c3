package com.srecopilot.alert.list;

import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertEvent;
import com.srecopilot.alert.format.CleanText;
import com.srecopilot.identity.Stale;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** Somebody has seen an alert and takes care of it. */
@Service
@Transactional
public class Acknowledgements {

    private final JdbcClient jdbc;
    private final AlertList alerts;
    private final ApplicationEventPublisher events;

    Acknowledgements(JdbcClient jdbc, AlertList alerts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.alerts = alerts;
        this.events = events;
    }

    /** Repeating it changes nothing. @throws Stale when it has resolved meanwhile */
    void give(UUID alert) {
        if (change(alert, "firing", "acknowledged")) {
            events.publishEvent(new AlertEvent.Acknowledged(tenant(), alert, Changes.of("status", "firing", "acknowledged")));
        }
    }

    /** A sender acknowledges by its own key: an alert that is unknown, acknowledged or over stays as it is. */
    public void give(UUID source, String dedupKey) {
        jdbc.sql("select id from alerts where source_id = ? and dedup_key = ? and status = 'firing'")
                .params(source, CleanText.key(dedupKey, 512)).query(UUID.class).list().forEach(this::give);
    }

    /** @throws Stale when it has resolved meanwhile */
    void takeBack(UUID alert) {
        if (change(alert, "acknowledged", "firing")) {
            events.publishEvent(new AlertEvent.Unacknowledged(tenant(), alert, Changes.of("status", "acknowledged", "firing")));
        }
    }

    private boolean change(UUID alert, String from, String to) {
        int changed = jdbc.sql("update alerts set status = ? where id = ? and status = ?").params(to, alert, from).update();
        if (changed == 0 && !alerts.get(alert).open()) {
            throw new Stale("The alert has resolved meanwhile");
        }
        return changed > 0;
    }

    private static UUID tenant() {
        return Actor.current().tenant();
    }
}
