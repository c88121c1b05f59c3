package com.srecopilot.incident.page;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.srecopilot.catalog.ServicePulse;
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
    private final ServicePulse pulse;

    IncidentLive(LivePublisher live, Fragments fragments, Incidents incidents, IncidentCards cards, IncidentTimeline timeline,
            IncidentPage page, IncidentFigures figures, ServicePulse pulse) {
        this.live = live;
        this.fragments = fragments;
        this.incidents = incidents;
        this.cards = cards;
        this.timeline = timeline;
        this.page = page;
        this.figures = figures;
        this.pulse = pulse;
    }

    @LiveListener
    CompletableFuture<Void> changed(IncidentEvent event) {
        pulse.changed(event.tenant(), () -> figures.servicesOf(event.number()));
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
        return List.of(new LiveMessage("incidents", null, fragments.render("incident/_row", model)), counted(),
                new LiveMessage(topic(incident.number()), "head", own));
    }

    private List<LiveMessage> removal(IncidentEvent event) {
        return List.of(new LiveMessage("incidents", null, "<i id=\"incident-" + event.number() + "\" data-remove></i>"), counted());
    }

    private LiveMessage counted() {
        return new LiveMessage("incidents", "counts", fragments.render("incident/_counts", Map.of("counts", figures.open())));
    }

    private static String topic(int number) {
        return "incident:" + number;
    }
}
