package com.srecopilot.incident.status;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;

/** The newest status update at the top of the incident's page, kept current. */
@Component
class StatusPanel implements IncidentPanel {

    private final StatusUpdates updates;
    private final Incidents incidents;
    private final LivePublisher live;
    private final Fragments fragments;

    StatusPanel(StatusUpdates updates, Incidents incidents, LivePublisher live, Fragments fragments) {
        this.updates = updates;
        this.incidents = incidents;
        this.live = live;
        this.fragments = fragments;
    }

    @Override
    public String zone() {
        return "top";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String fragment() {
        return "incident/status/_panel";
    }

    @Override
    public Object model(IncidentView incident) {
        return of(incident.number(), StatusForm.EMPTY, null);
    }

    /** @param problem with what was typed, or null */
    Panel of(int number, StatusForm typed, String problem) {
        Slice<StatusUpdate> newest = updates.of(number, null, 1);
        return new Panel(number, newest.items().isEmpty() ? null : newest.items().get(0), newest.total(), incidents.get(number).resolvedAt(), typed, problem);
    }

    @LiveListener
    CompletableFuture<Void> updated(IncidentEvent.StatusUpdated event) {
        return latest(event.tenant(), event.number());
    }

    @LiveListener
    CompletableFuture<Void> movedOn(IncidentEvent.StateChanged event) {
        return latest(event.tenant(), event.number());
    }

    private CompletableFuture<Void> latest(UUID tenant, int number) {
        return live.publish(tenant, () -> incidents.find(number).stream().map(incident -> new LiveMessage(
                "incident:" + incident.number(), "head", fragments.render("incident/status/_latest", Map.of("panel", model(incident))))).toList());
    }

    /** @param resolvedAt after that nothing that was promised before holds, or null */
    record Panel(int number, StatusUpdate latest, long total, Instant resolvedAt, StatusForm typed, String problem) {

        /** The next update is promised no longer. */
        public boolean overtaken() {
            return resolvedAt != null && latest != null && !latest.state().equals("resolved");
        }
    }
}
