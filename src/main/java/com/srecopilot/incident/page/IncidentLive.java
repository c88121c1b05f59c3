package com.srecopilot.incident.page;

import java.util.ArrayList;
import java.util.Collections;
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
import com.srecopilot.incident.access.IncidentAccess;
import com.srecopilot.incident.access.ListTopics;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;
import com.srecopilot.realtime.LiveState;

/** Pushes what happens to incidents: the row and the counts to lists, the head and new entries to its own page. */
@Component
class IncidentLive {

    /** So many entries of a timeline are pushed when it grows faster than people read. */
    private static final int LATEST = 10;

    private final LivePublisher live;
    private final IncidentCrowd crowd;
    private final LiveState counts;
    private final Fragments fragments;
    private final Incidents incidents;
    private final IncidentCards cards;
    private final IncidentTimeline timeline;
    private final IncidentPage page;
    private final IncidentFigures figures;
    private final IncidentAccess access;

    IncidentLive(LivePublisher live, Fragments fragments, Incidents incidents, IncidentCards cards, IncidentTimeline timeline,
            IncidentPage page, IncidentFigures figures, IncidentAccess access, LiveState counts) {
        this.live = live;
        this.counts = counts;
        this.crowd = new IncidentCrowd(counts, "incidents");
        this.fragments = fragments;
        this.incidents = incidents;
        this.cards = cards;
        this.timeline = timeline;
        this.page = page;
        this.figures = figures;
        this.access = access;
    }

    @LiveListener
    CompletableFuture<Void> changed(IncidentEvent event) {
        counts.changed(event.tenant(), "incident-counts", () -> List.of(counted()));
        return live.publish(event.tenant(), () -> incidents.find(event.number()).map(incident -> messages(event, incident))
                .orElseGet(() -> List.of(removal(event))));
    }

    @LiveListener
    CompletableFuture<Void> alertsChanged(IncidentEvent.AlertsChanged event) {
        counts.changed(event.tenant(), "incident-counts", () -> List.of(counted()));
        return crowd.changed(event.tenant(), event.numbers(), number -> incidents.find(number).map(this::whole).orElse(List.of()));
    }

    /** In a storm, each incident's latest entries, when its turn comes. */
    @LiveListener
    CompletableFuture<Void> told(TimelineEntry.Added event) {
        if (event.entries().size() == 1) {
            return live.publish(event.tenant(), () -> event.entries().entrySet().stream()
                    .flatMap(entries -> timeline.entries(entries.getKey(), entries.getValue()).stream()).map(this::entry).toList());
        }
        return crowd.changed(event.tenant(), event.entries().keySet(), number -> incidents.find(number).map(this::whole).orElse(List.of()));
    }

    private LiveMessage entry(TimelineEntry entry) {
        return new LiveMessage(topic(entry.incident()), "timeline", fragments.render("incident/_entry", Map.of("entry", entry)));
    }

    /** Nobody can have the page of an incident open before it is. */
    private List<LiveMessage> messages(IncidentEvent event, IncidentView incident) {
        Stream<LiveMessage> lost = event instanceof IncidentEvent.AccessChanged access && access.lost() != null
                ? Stream.of(removed(incident.number(), access.lost())) : Stream.empty();
        Stream<LiveMessage> head = event instanceof IncidentEvent.Opened ? Stream.empty() : Stream.of(head(incident));
        return Stream.of(lost, row(incident).stream(), head).flatMap(each -> each).toList();
    }

    private List<LiveMessage> whole(IncidentView incident) {
        List<TimelineEntry> latest = new ArrayList<>(timeline.of(incident.number(), "", null, LATEST).items());
        Collections.reverse(latest);
        return Stream.of(row(incident).stream(), Stream.of(head(incident)), latest.stream().map(this::entry)).flatMap(each -> each).toList();
    }

    /** To the lists in which it may stand, and no others. */
    private List<LiveMessage> row(IncidentView incident) {
        String row = fragments.render("incident/_row", Map.of("card", cards.of(incident)));
        return access.lists(incident).stream().map(list -> new LiveMessage(ListTopics.EVERYBODY, null, row, list)).toList();
    }

    private LiveMessage head(IncidentView incident) {
        Map<String, Object> model = Map.of("card", cards.of(incident), "alerts", page.alertsOf(incident), "changes", page.changesAround(incident));
        return new LiveMessage(topic(incident.number()), "head", Stream.of("incident/_head", "incident/_allclear", "incident/_alerts", "incident/_changes")
                .map(fragment -> fragments.render(fragment, model)).reduce("", String::concat));
    }

    private static LiveMessage removal(IncidentEvent event) {
        return removed(event.number(), ListTopics.EVERYBODY);
    }

    private static LiveMessage removed(int number, String lists) {
        return new LiveMessage(ListTopics.EVERYBODY, null, "<i id=\"incident-" + number + "\" data-remove></i>", lists);
    }

    private LiveMessage counted() {
        return new LiveMessage("incidents", "counts", fragments.render("incident/_counts", Map.of("counts", figures.open())));
    }

    private static String topic(int number) {
        return "incident:" + number;
    }
}
