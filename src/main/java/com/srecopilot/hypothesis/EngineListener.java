package com.srecopilot.hypothesis;

import java.util.concurrent.CompletableFuture;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import com.srecopilot.catalog.CatalogEvent;
import com.srecopilot.catalog.Changes;
import com.srecopilot.incident.IncidentEvent;

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

    @TransactionalEventListener
    CompletableFuture<Void> alertsChanged(IncidentEvent.AlertsChanged event) {
        return !event.joined() ? CompletableFuture.completedFuture(null) : CompletableFuture.allOf(event.numbers().stream()
                .map(number -> runs.ask(event.tenant(), number)).toArray(CompletableFuture[]::new));
    }

    /** A pipeline may report its deployment after the alert that it caused. */
    @ApplicationModuleListener
    void changed(CatalogEvent.ChangeRecorded event) {
        changes.find(event.subject()).ifPresent(change -> runs.askConcerned(event.tenant(), change.service()));
    }
}
