package com.srecopilot.incident.opening;

import java.util.concurrent.CompletableFuture;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import com.srecopilot.alert.AlertEvent;

/** Alerts below become incidents here, after their commit. */
@Component
class AlertListener {

    private final OpeningTurns turns;
    private final AlertRecovery recovery;

    AlertListener(OpeningTurns turns, AlertRecovery recovery) {
        this.turns = turns;
        this.recovery = recovery;
    }

    @TransactionalEventListener
    CompletableFuture<Void> fired(AlertEvent.Fired event) {
        return turns.ask(event.tenant());
    }

    /** A silence is over: what still fires is told now. */
    @TransactionalEventListener
    CompletableFuture<Void> reconsidered(AlertEvent.Reconsidered event) {
        return turns.ask(event.tenant());
    }

    @ApplicationModuleListener
    void resolved(AlertEvent.Resolved event) {
        recovery.tellOf(event.receipts());
    }
}
