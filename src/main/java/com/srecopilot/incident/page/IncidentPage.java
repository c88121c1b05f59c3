package com.srecopilot.incident.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.ChangeView;
import com.srecopilot.catalog.Changes;
import com.srecopilot.identity.People;
import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentCards;
import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.TimelineEntry;
import com.srecopilot.incident.work.LinkedChanges;

/** Gathers what the page of one incident shows, in one reading transaction. */
@Service
class IncidentPage {

    /** So many stand on the page; the list of alerts has them all. */
    private static final int ALERTS = 12;
    private static final Duration CHANGES_BEFORE = Duration.ofHours(2);

    private final Incidents incidents;
    private final IncidentCards cards;
    private final IncidentTimeline timeline;
    private final Alerts alerts;
    private final Catalog catalog;
    private final Changes changes;
    private final LinkedChanges linked;
    private final People people;
    private final List<IncidentPanel> panels;

    IncidentPage(Incidents incidents, IncidentCards cards, IncidentTimeline timeline, Alerts alerts, Catalog catalog,
            Changes changes, LinkedChanges linked, People people, List<IncidentPanel> panels) {
        this.incidents = incidents;
        this.cards = cards;
        this.timeline = timeline;
        this.alerts = alerts;
        this.catalog = catalog;
        this.changes = changes;
        this.linked = linked;
        this.people = people;
        this.panels = panels.stream().sorted(Comparator.comparingInt(IncidentPanel::order)).toList();
    }

    @Transactional(readOnly = true)
    Map<String, Object> show(int number, String kind, String cursor) {
        IncidentView incident = incidents.get(number);
        Slice<TimelineEntry> entries = timeline.of(number, kind, cursor, IncidentTimeline.PAGE);
        return Map.of("card", cards.of(incident), "timeline", entries, "kinds", timeline.kinds(number), "kind", kind,
                "alerts", alertsOf(incident), "changes", changesAround(incident),
                "people", people.all().stream().filter(person -> person.active()).toList(),
                "panels", panels.stream().map(panel -> shown(panel, incident)).toList());
    }

    private static ShownPanel shown(IncidentPanel panel, IncidentView incident) {
        return new ShownPanel(panel.zone(), panel.fragment(), panel.model(incident));
    }

    List<AlertView> alertsOf(IncidentView incident) {
        return alerts.ofIncident(incident.reference(), ALERTS);
    }

    /** What changed shortly before, on the service and on what it depends on directly; and what people have linked. */
    List<LinkedChange> changesAround(IncidentView incident) {
        Set<UUID> linkedIds = linked.of(incident.id());
        Instant from = incident.detectedAt().minus(CHANGES_BEFORE);
        Instant to = incident.resolvedAt() == null ? incident.detectedAt().plus(CHANGES_BEFORE) : incident.resolvedAt();
        List<ChangeView> near = changes.between(path(incident), from, to);
        return near.stream().map(change -> new LinkedChange(change, linkedIds.contains(change.id()))).toList();
    }

    private Set<String> path(IncidentView incident) {
        Set<String> path = new TreeSet<>(catalog.dependenciesOf(incident.serviceName()));
        path.add(incident.serviceName());
        return path;
    }

    record ShownPanel(String zone, String fragment, Object model) {
    }

    record LinkedChange(ChangeView change, boolean linked) {
    }
}
