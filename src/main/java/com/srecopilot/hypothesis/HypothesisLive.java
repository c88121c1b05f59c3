package com.srecopilot.hypothesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Component;

import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;

/** Pushes suspected causes onto their incident's page: each card as it is found or judged, and the head above them. */
@Component
class HypothesisLive {

    private final LivePublisher live;
    private final Fragments fragments;
    private final Hypotheses hypotheses;

    HypothesisLive(LivePublisher live, Fragments fragments, Hypotheses hypotheses) {
        this.live = live;
        this.fragments = fragments;
        this.hypotheses = hypotheses;
    }

    @LiveListener
    CompletableFuture<Void> on(HypothesisEvent event) {
        return live.publish(event.tenant(), () -> messages(event));
    }

    private List<LiveMessage> messages(HypothesisEvent event) {
        HypothesesView panel = hypotheses.of(event.number());
        List<LiveMessage> messages = new ArrayList<>();
        event.subject().ifPresent(id -> messages.add(message(event.number(), card(panel, id))));
        if (rearranged(event, panel)) {
            messages.add(message(event.number(), fragments.render("hypothesis/_list", Map.of("panel", panel))));
        }
        messages.add(message(event.number(), fragments.render("hypothesis/_head", Map.of("panel", panel))));
        return messages;
    }

    /** A verdict on one that a run had withdrawn moves it among the others, and back. */
    private static boolean rearranged(HypothesisEvent event, HypothesesView panel) {
        return event instanceof HypothesisEvent.RunFinished finished ? finished.rearranged() : event instanceof HypothesisEvent.Judged judged
                && panel.all().stream().anyMatch(cause -> cause.id().equals(judged.hypothesis()) && cause.withdrawn() != null);
    }

    private String card(HypothesesView panel, UUID id) {
        return panel.all().stream().filter(cause -> cause.id().equals(id)).findFirst()
                .map(cause -> fragments.render("hypothesis/_card", Map.of("cause", cause))).orElseThrow();
    }

    private static LiveMessage message(int number, String html) {
        return new LiveMessage("incident:" + number, "hypotheses", html);
    }
}
