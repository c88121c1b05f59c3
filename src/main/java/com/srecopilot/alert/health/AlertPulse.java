package com.srecopilot.alert.health;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.srecopilot.alert.AlertEvent;
import com.srecopilot.catalog.ServicePulse;
import com.srecopilot.tenancy.AfterCommit;

/** Says whose health alerts may have changed. What a crash forgets, the next alert of the service shows. */
@Component
class AlertPulse {

    private final ServicePulse pulse;
    private final JdbcClient jdbc;

    AlertPulse(ServicePulse pulse, JdbcClient jdbc) {
        this.pulse = pulse;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(AlertEvent.Fired event) {
        AfterCommit.run(() -> pulse.changed(event.tenant(), () -> ofReceipts(event.receipts())));
    }

    @EventListener
    void on(AlertEvent.Resolved event) {
        AfterCommit.run(() -> pulse.changed(event.tenant(), () -> ofReceipts(event.receipts())));
    }

    @EventListener
    void on(AlertEvent.Reconsidered event) {
        AfterCommit.run(() -> pulse.changed(event.tenant(), () -> jdbc.sql("select distinct service from alerts where id = any(?)")
                .param(event.alerts().toArray(UUID[]::new)).query(String.class).list()));
    }

    private Collection<String> ofReceipts(List<UUID> receipts) {
        return jdbc.sql("""
                select distinct a.service from receipt_alerts e join alerts a on a.tenant_id = e.tenant_id and a.id = e.alert_id
                where e.receipt_id = any(?)""").param(receipts.toArray(UUID[]::new)).query(String.class).list();
    }
}
