package com.srecopilot.incident.link;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;

/** The linked incidents on an incident's page, kept current. */
@Component
class LinksPanel implements IncidentPanel {

    private final IncidentLinks links;
    private final Incidents incidents;
    private final LivePublisher live;
    private final Fragments fragments;

    LinksPanel(IncidentLinks links, Incidents incidents, LivePublisher live, Fragments fragments) {
        this.links = links;
        this.incidents = incidents;
        this.live = live;
        this.fragments = fragments;
    }

    @Override
    public String zone() {
        return "context";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String fragment() {
        return "incident/_links";
    }

    @Override
    public Object model(IncidentView incident) {
        return new Panel(incident.number(), links.of(incident.id()));
    }

    @LiveListener
    CompletableFuture<Void> edited(IncidentEvent.Edited event) {
        return live.publish(event.tenant(), () -> incidents.find(event.number()).stream().map(incident -> new LiveMessage(
                "incident:" + incident.number(), "head", fragments.render(fragment(), Map.of("panel", model(incident))))).toList());
    }

    record Panel(int number, List<LinkedIncident> links) {
    }
}
