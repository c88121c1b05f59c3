package com.srecopilot.incident.opening;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import com.srecopilot.alert.AlertEvent;

/** Alerts below become incidents here, after their commit. */
@Component
class AlertListener {

    private final IncidentOpening opening;
    private final AlertRecovery recovery;

    AlertListener(IncidentOpening opening, AlertRecovery recovery) {
        this.opening = opening;
        this.recovery = recovery;
    }

    /** Not in one transaction: a storm is opened batch by batch, and what is done stays done. */
    @Async
    @TransactionalEventListener
    void fired(AlertEvent.Fired event) {
        open();
    }

    /** A silence is over: what still fires is told now. */
    @Async
    @TransactionalEventListener
    void reconsidered(AlertEvent.Reconsidered event) {
        open();
    }

    private void open() {
        boolean more = true;
        while (more) {
            more = opening.openForOutstanding();
        }
    }

    @ApplicationModuleListener
    void resolved(AlertEvent.Resolved event) {
        recovery.tellOf(event.receipt());
    }
}
