package com.srecopilot.hypothesis;

import java.util.concurrent.CompletableFuture;

import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import com.srecopilot.catalog.CatalogEvent;
import com.srecopilot.catalog.Changes;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.tenancy.AfterCommit;

/**
 * Has the engine look when an incident opens and when alerts join it. Called right after the commit, it only asks; the
 * event counts as handled once the run has ended, so that a run lost with its node is made up for.
 */
@Component
class EngineListener {

    private final AutomaticRuns runs;
    private final Changes changes;

    EngineListener(AutomaticRuns runs, Changes changes) {
        this.runs = runs;
        this.changes = changes;
    }

    @TransactionalEventListener
    CompletableFuture<Void> opened(IncidentEvent.Opened event) {
        return runs.ask(event.tenant(), event.number());
    }

    /** Not in the register: what a crash forgets, the next alert asks for. */
    @EventListener
    void alertsChanged(IncidentEvent.AlertsChanged event) {
        if (event.joined()) {
            AfterCommit.run(() -> event.numbers().forEach(number -> runs.ask(event.tenant(), number)));
        }
    }

    /** A pipeline may report its deployment after the alert that it caused. */
    @ApplicationModuleListener
    void changed(CatalogEvent.ChangeRecorded event) {
        changes.find(event.subject()).ifPresent(change -> runs.askConcerned(event.tenant(), change.service()));
    }
}
