package com.srecopilot.incident.page;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentCard;
import com.srecopilot.incident.IncidentCards;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.IncidentFigures;
import com.srecopilot.incident.TimelineEntry;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;

/** Pushes what happens to incidents: the row and the counts to lists, the head and new entries to its own page. */
@Component
class IncidentLive {

    private final LivePublisher live;
    private final Fragments fragments;
    private final Incidents incidents;
    private final IncidentCards cards;
    private final IncidentTimeline timeline;
    private final IncidentPage page;
    private final IncidentFigures figures;

    IncidentLive(LivePublisher live, Fragments fragments, Incidents incidents, IncidentCards cards, IncidentTimeline timeline,
            IncidentPage page, IncidentFigures figures) {
        this.live = live;
        this.fragments = fragments;
        this.incidents = incidents;
        this.cards = cards;
        this.timeline = timeline;
        this.page = page;
        this.figures = figures;
    }

    @LiveListener
    CompletableFuture<Void> changed(IncidentEvent event) {
        return live.publish(event.tenant(), () -> incidents.find(event.number()).map(this::messages).orElseGet(() -> removal(event)));
    }

    @LiveListener
    CompletableFuture<Void> told(TimelineEntry.Added event) {
        return live.publish(event.tenant(), () -> timeline.entries(event.number(), event.entries()).stream()
                .map(entry -> new LiveMessage(topic(event.number()), "timeline", fragments.render("incident/_entry", Map.of("entry", entry))))
                .toList());
    }

    private List<LiveMessage> messages(IncidentView incident) {
        IncidentCard card = cards.of(incident);
        Map<String, Object> model = Map.of("card", card, "alerts", page.alertsOf(incident), "changes", page.changesAround(incident));
        String own = Stream.of("incident/_head", "incident/_allclear", "incident/_alerts", "incident/_changes")
                .map(fragment -> fragments.render(fragment, model)).reduce("", String::concat);
        LiveMessage row = incident.restricted() ? removed(incident.number()) : new LiveMessage("incidents", null, fragments.render("incident/_row", model));
        return List.of(row, counted(),
                new LiveMessage(topic(incident.number()), "head", own));
    }

    private List<LiveMessage> removal(IncidentEvent event) {
        return List.of(removed(event.number()), counted());
    }

    private static LiveMessage removed(int number) {
        return new LiveMessage("incidents", null, "<i id=\"incident-" + number + "\" data-remove></i>");
    }

    private LiveMessage counted() {
        return new LiveMessage("incidents", "counts", fragments.render("incident/_counts", Map.of("counts", figures.open())));
    }

    private static String topic(int number) {
        return "incident:" + number;
    }
}
