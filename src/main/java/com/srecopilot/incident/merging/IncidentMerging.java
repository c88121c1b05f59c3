package com.srecopilot.incident.merging;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.catalog.Catalog;
import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.IncidentDraft;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Severity;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.incident.evidence.IncidentEvidence;
import com.srecopilot.incident.grouping.Clusters;
import com.srecopilot.incident.grouping.GroupingRules;
import com.srecopilot.incident.grouping.GroupingStore;
import com.srecopilot.incident.grouping.ServiceGraph;
import com.srecopilot.incident.grouping.Signal;
import com.srecopilot.incident.link.IncidentLinks;
import com.srecopilot.incident.opening.IncidentOpening;
import com.srecopilot.tenancy.Actor;

/** Merges incidents and splits them. The grouping keeps to it: what was put together stays so, what was taken apart too. */
@Service
public class IncidentMerging {

    private final Incidents incidents;
    private final IncidentService lives;
    private final IncidentLinks links;
    private final IncidentEvidence evidence;
    private final IncidentOpening opening;
    private final IncidentTimeline timeline;
    private final Alerts alerts;
    private final Catalog catalog;
    private final Clusters clusters;
    private final GroupingStore grouping;
    private final ApplicationEventPublisher events;

    IncidentMerging(Incidents incidents, IncidentService lives, IncidentLinks links, IncidentEvidence evidence, IncidentOpening opening,
            IncidentTimeline timeline, Alerts alerts, Catalog catalog, Clusters clusters, GroupingStore grouping, ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.lives = lives;
        this.links = links;
        this.evidence = evidence;
        this.opening = opening;
        this.timeline = timeline;
        this.alerts = alerts;
        this.catalog = catalog;
        this.clusters = clusters;
        this.grouping = grouping;
        this.events = events;
    }

    /**
     * The work goes on in the other one, which gets the alerts and the evidence; notes stay, with a pointer. This one is
     * resolved as its duplicate.
     *
     * @throws Invalid when the other is no open incident, or the same, or only one of them is private
     */
    @Transactional
    public void merge(int number, int into, String reason) {
        IncidentView from = incidents.get(number);
        IncidentView to = incidents.find(into).filter(IncidentView::open).orElseThrow(() -> new Invalid("other", "is no open incident: " + IncidentView.reference(into)));
        if (from.restricted() != to.restricted()) {
            throw new Invalid("other", "has other readers: make both private first, or neither");
        }
        opening.oneAtATime();
        links.duplicate(number, into);
        int moved = alerts.move(from.reference(), to.reference(), null, from.reference() + " was merged into " + to.reference() + ": " + reason);
        int pieces = evidence.move(number, into);
        clusters.merge(number, into, grouping.rules());
        tell(number, TimelineKind.MERGED, "Merged into " + to.reference(), to, reason);
        tell(into, TimelineKind.MERGED, from.reference() + " merged into this: " + counted(moved, "alert") + ", " + pieces + " of evidence", from, reason);
        recount(number, into);
    }

    /**
     * Those alerts get an incident of their own.
     *
     * @throws Invalid when none of them is this incident's, or all of them are
     */
    @Transactional
    public IncidentView split(int number, Set<UUID> chosen, String title, String reason) {
        IncidentView from = incidents.get(number);
        opening.oneAtATime();
        List<AlertView> all = alerts.ofIncident(from.reference());
        List<AlertView> taken = all.stream().filter(alert -> chosen.contains(alert.id())).toList();
        if (taken.isEmpty() || taken.size() == all.size()) {
            throw new Invalid("alert", taken.isEmpty() ? "is missing: choose those that don't belong" : "must leave at least one behind");
        }
        if (from.restricted()) {
            throw new Invalid("alert", "can't leave a private incident: open it to everybody first");
        }
        IncidentView fresh = lives.open(IncidentDraft.declared(title, reason, worst(taken), taken.get(0).service()));
        alerts.move(from.reference(), fresh.reference(), taken.stream().map(AlertView::id).toList(), "split off from " + from.reference() + ": " + reason);
        remember(number, all, fresh.number(), taken);
        links.relate(fresh.number(), number);
        tell(number, TimelineKind.SPLIT, counted(taken.size(), "alert") + " split off into " + fresh.reference(), fresh, reason);
        tell(fresh.number(), TimelineKind.SPLIT, "Split off from " + from.reference() + " with " + counted(taken.size(), "alert"), from, reason);
        recount(number, fresh.number());
        return fresh;
    }

    private void remember(int from, List<AlertView> all, int into, List<AlertView> taken) {
        GroupingRules rules = grouping.rules();
        var graph = new ServiceGraph(catalog.edges(), rules.hops());
        List<AlertView> left = all.stream().filter(alert -> !taken.contains(alert)).toList();
        clusters.split(from, signals(left, graph), into, signals(taken, graph), rules);
    }

    private static List<Signal> signals(List<AlertView> alerts, ServiceGraph graph) {
        return alerts.stream().map(alert -> Signal.of(alert, graph::knows)).toList();
    }

    private static Severity worst(List<AlertView> alerts) {
        return alerts.stream().map(alert -> Severity.of(alert.severity()).orElse(Severity.LOW)).min(Comparator.naturalOrder()).orElseThrow();
    }

    private void tell(int number, TimelineKind kind, String words, IncidentView other, String reason) {
        timeline.tell(number, Telling.of(kind, words).with("note", reason).with("url", "/incidents/" + other.number()).with("incident", other.reference()));
    }

    private void recount(int one, int other) {
        opening.recount(List.of(one, other));
        events.publishEvent(new IncidentEvent.AlertsChanged(Actor.current().tenant(), List.of(one, other), true));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
