package com.srecopilot.incident.opening;

import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import com.srecopilot.alert.AlertEvent;
import com.srecopilot.tenancy.AfterCommit;
import com.srecopilot.tenancy.Tenants;

/**
 * Alerts below become incidents here, after their commit. That an alert waits for its incident is in its own row, so no
 * register is kept of what was asked: whatever a killed node had left is found by the next look.
 */
@Component
class AlertListener {

    private final OpeningTurns turns;
    private final AlertRecovery recovery;
    private final Tenants tenants;

    AlertListener(OpeningTurns turns, AlertRecovery recovery, Tenants tenants) {
        this.turns = turns;
        this.recovery = recovery;
        this.tenants = tenants;
    }

    @EventListener
    void fired(AlertEvent.Fired event) {
        AfterCommit.run(() -> turns.ask(event.tenant()));
    }

    /** A silence is over: what still fires is told now. */
    @EventListener
    void reconsidered(AlertEvent.Reconsidered event) {
        AfterCommit.run(() -> turns.ask(event.tenant()));
    }

    @Scheduled(initialDelayString = "5s", fixedDelayString = "10s")
    void whatWasLeft() {
        tenants.with("waiting_alerts").forEach(turns::ask);
    }

    @ApplicationModuleListener
    void resolved(AlertEvent.Resolved event) {
        recovery.tellOf(event.receipts());
    }
}
