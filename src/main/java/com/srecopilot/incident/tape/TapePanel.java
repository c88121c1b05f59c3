package com.srecopilot.incident.tape;

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

/** The tape under the head of an incident's page, drawn anew at most once a second. */
@Component
class TapePanel implements IncidentPanel {

    private final Tapes tapes;
    private final Incidents incidents;
    private final LiveState live;
    private final Fragments fragments;

    TapePanel(Tapes tapes, Incidents incidents, LiveState live, Fragments fragments) {
        this.tapes = tapes;
        this.incidents = incidents;
        this.live = live;
        this.fragments = fragments;
    }

    @Override
    public String zone() {
        return "tape";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String fragment() {
        return "incident/_tape";
    }

    @Override
    public Object model(IncidentView incident) {
        return tapes.of(incident);
    }

    @LiveListener
    CompletableFuture<Void> changed(IncidentEvent event) {
        return redraw(event.tenant(), event.number());
    }

    @LiveListener
    CompletableFuture<Void> told(TimelineEntry.Added event) {
        return redraw(event.tenant(), event.number());
    }

    private CompletableFuture<Void> redraw(UUID tenant, int number) {
        return live.changed(tenant, "tape:" + number, () -> incidents.find(number).map(this::message).map(List::of).orElse(List.of()));
    }

    private LiveMessage message(IncidentView incident) {
        return new LiveMessage("incident:" + incident.number(), "head", fragments.render(fragment(), Map.of("panel", tapes.of(incident))));
    }
}
