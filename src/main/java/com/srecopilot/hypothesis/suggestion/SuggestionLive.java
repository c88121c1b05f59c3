package com.srecopilot.hypothesis.suggestion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;

/** Suggestions on open pages of their incidents. What people do to an incident redraws them with its other panels. */
@Component
class SuggestionLive {

    private final LivePublisher live;
    private final Fragments fragments;
    private final Incidents incidents;
    private final Suggestions suggestions;

    SuggestionLive(LivePublisher live, Fragments fragments, Incidents incidents, Suggestions suggestions) {
        this.live = live;
        this.fragments = fragments;
        this.incidents = incidents;
        this.suggestions = suggestions;
    }

    @LiveListener
    CompletableFuture<Void> dismissed(SuggestionDismissed event) {
        return show(event.tenant(), List.of(event.number()));
    }

    CompletableFuture<Void> show(UUID tenant, Collection<Integer> numbers) {
        return live.publish(tenant, () -> numbers.stream().map(incidents::find).flatMap(Optional::stream).map(this::message).toList());
    }

    private LiveMessage message(IncidentView incident) {
        return new LiveMessage("incident:" + incident.number(), "head", fragments.render("hypothesis/_suggestions", Map.of("panel", suggestions.of(incident))));
    }
}
