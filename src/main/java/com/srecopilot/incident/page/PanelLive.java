package com.srecopilot.incident.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.TimelineEntry;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LiveState;

/** Redraws the panels that show an incident as a whole, once a second at most and a crowd of incidents in turn. */
@Component
class PanelLive {

    private final Incidents incidents;
    private final List<IncidentPanel> panels;
    private final Fragments fragments;
    private final IncidentCrowd crowd;

    PanelLive(Incidents incidents, List<IncidentPanel> panels, Fragments fragments, LiveState live) {
        this.incidents = incidents;
        this.panels = panels.stream().filter(IncidentPanel::live).toList();
        this.fragments = fragments;
        this.crowd = new IncidentCrowd(live, "incident-panels");
    }

    @LiveListener
    CompletableFuture<Void> changed(IncidentEvent event) {
        return redraw(event.tenant(), List.of(event.number()));
    }

    @LiveListener
    CompletableFuture<Void> alertsChanged(IncidentEvent.AlertsChanged event) {
        return redraw(event.tenant(), event.numbers());
    }

    @LiveListener
    CompletableFuture<Void> told(TimelineEntry.Added event) {
        return redraw(event.tenant(), event.entries().keySet());
    }

    private CompletableFuture<Void> redraw(UUID tenant, Collection<Integer> numbers) {
        return crowd.changed(tenant, numbers, number -> incidents.find(number).map(this::message).map(List::of).orElse(List.of()));
    }

    private LiveMessage message(IncidentView incident) {
        String drawn = panels.stream().map(panel -> fragments.render(panel.fragment(), Map.of("panel", panel.model(incident))))
                .reduce("", String::concat);
        return new LiveMessage("incident:" + incident.number(), "head", drawn);
    }
}
