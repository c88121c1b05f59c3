package com.srecopilot.incident.opening;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.Edge;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.incident.grouping.Cluster;
import com.srecopilot.incident.grouping.Clusters;
import com.srecopilot.incident.grouping.Correlator;
import com.srecopilot.incident.grouping.GroupingRules;
import com.srecopilot.incident.grouping.GroupingStore;
import com.srecopilot.incident.grouping.ServiceGraph;
import com.srecopilot.incident.grouping.Signal;
import com.srecopilot.incident.grouping.Upstream;
import com.srecopilot.tenancy.Actor;

/**
 * Turns alerts that nobody stands for yet into incidents: each opens one, or joins the open one of its cause. Any run
 * handles all that is outstanding, so replays and parallel runs do no harm.
 */
@Service
public class IncidentOpening {

    /** A transaction holds its alerts against their repeats: it must be short. */
    private static final int BATCH = 1_000;
    /** So many alerts of a batch get a line of their own in the timeline; the rest share one. */
    private static final int TOLD_ONE_BY_ONE = 20;

    private final Alerts alerts;
    private final Catalog catalog;
    private final GroupingStore grouping;
    private final Clusters clusters;
    private final Incidents incidents;
    private final IncidentService lives;
    private final IncidentTimeline timeline;
    private final ApplicationEventPublisher events;
    private final UpstreamCauses upstream;
    private final JdbcClient jdbc;

    IncidentOpening(Alerts alerts, Catalog catalog, GroupingStore grouping, Clusters clusters, Incidents incidents,
            IncidentService lives, IncidentTimeline timeline, ApplicationEventPublisher events, UpstreamCauses upstream, JdbcClient jdbc) {
        this.alerts = alerts;
        this.catalog = catalog;
        this.grouping = grouping;
        this.clusters = clusters;
        this.incidents = incidents;
        this.lives = lives;
        this.timeline = timeline;
        this.events = events;
        this.upstream = upstream;
        this.jdbc = jdbc;
    }

    /** @return whether more are outstanding */
    @Transactional
    public boolean openForOutstanding() {
        oneAtATime();
        List<AlertView> outstanding = alerts.unassigned(BATCH);
        GroupingRules rules = grouping.rules();
        var edges = outstanding.isEmpty() ? List.<Edge>of() : catalog.edges();
        var known = new ServiceGraph(edges, rules.hops());
        for (List<AlertView> lot : new Upstream(known, rules).lots(outstanding, alert -> Signal.of(alert, known::knows))) {
            var graph = new ServiceGraph(edges, rules.hops());
            openOrJoin(opening(grouped(upstream.suppress(lot, graph, rules), graph, rules), rules), rules);
        }
        return outstanding.size() == BATCH;
    }

    /** Until the transaction ends, this tenant's alerts and incidents are matched here only. */
    public void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('incident-opening', 0) # hashtextextended(?, 0))")
                .param(Actor.current().tenant().toString()).query(rows -> { });
    }

    private List<AlertGroup> grouped(List<AlertView> outstanding, ServiceGraph graph, GroupingRules rules) {
        if (outstanding.isEmpty()) {
            return List.of();
        }
        Map<UUID, AlertView> byId = outstanding.stream().collect(Collectors.toMap(AlertView::id, alert -> alert));
        List<Signal> signals = outstanding.stream().map(alert -> Signal.of(alert, graph::knows)).toList();
        Map<Cluster, List<AlertGroup.Member>> groups = new Correlator(rules, graph, clusters.near(signals, graph, rules)).place(signals).stream()
                .map(joining -> new AlertGroup.Member(byId.get(joining.signal().alert()), joining))
                .collect(Collectors.groupingBy(member -> member.joining().cluster(), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(group -> new AlertGroup(group.getKey(), group.getValue())).toList();
    }

    /** Some severities join what is open, and else are left alone. */
    private List<AlertGroup> opening(List<AlertGroup> groups, GroupingRules rules) {
        Map<Boolean, List<AlertGroup>> opening = groups.stream().collect(Collectors.partitioningBy(group -> group.opens(rules)));
        if (!opening.get(false).isEmpty()) {
            alerts.leave(opening.get(false).stream().flatMap(group -> group.left().stream()).toList());
        }
        return opening.get(true);
    }

    private void openOrJoin(List<AlertGroup> groups, GroupingRules rules) {
        if (groups.isEmpty()) {
            return;
        }
        Map<Integer, AlertGroup> numbered = numbered(groups);
        lives.worsen(each(numbered, AlertGroup::worst));
        clusters.remember(each(numbered, AlertGroup::cluster), rules);
        timeline.tell(each(numbered, IncidentOpening::tellings));
        // Late, so that repeats of these alerts wait for as little as can be.
        alerts.attach(numbered.entrySet().stream()
                .flatMap(entry -> entry.getValue().attachments(IncidentView.reference(entry.getKey())).stream()).toList());
        recount(numbered.keySet());
        events.publishEvent(new IncidentEvent.AlertsChanged(Actor.current().tenant(), List.copyOf(numbered.keySet()), true));
    }

    /** By number of their incident; for those that have none, one is opened. */
    private Map<Integer, AlertGroup> numbered(List<AlertGroup> groups) {
        Map<Integer, AlertGroup> numbered = new LinkedHashMap<>();
        groups.stream().filter(group -> group.cluster().incident() != null).forEach(group -> numbered.put(group.cluster().incident(), group));
        List<AlertGroup> fresh = groups.stream().filter(group -> group.cluster().incident() == null).toList();
        List<IncidentView> opened = lives.open(fresh.stream().map(AlertGroup::draft).toList());
        for (int i = 0; i < fresh.size(); i++) {
            numbered.put(opened.get(i).number(), fresh.get(i));
        }
        return numbered;
    }

    private static <T> Map<Integer, T> each(Map<Integer, AlertGroup> groups, Function<AlertGroup, T> part) {
        return groups.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> part.apply(entry.getValue())));
    }

    private static List<Telling> tellings(AlertGroup group) {
        Stream<Telling> single = group.members().stream().limit(TOLD_ONE_BY_ONE).flatMap(IncidentOpening::story);
        int rest = group.members().size() - TOLD_ONE_BY_ONE;
        Stream<Telling> others = rest <= 0 ? Stream.empty()
                : Stream.of(Telling.of(TimelineKind.ALERT_FIRED, rest + " more alerts fired"));
        return Stream.concat(single, others).toList();
    }

    /** An alert may have come and gone before anybody looked. */
    private static Stream<Telling> story(AlertGroup.Member member) {
        return member.alert().endsAt() == null ? Stream.of(fired(member)) : Stream.of(fired(member), AlertRecovery.resolved(member.alert()));
    }

    private static Telling fired(AlertGroup.Member member) {
        AlertView alert = member.alert();
        return Telling.of(TimelineKind.ALERT_FIRED, alert.title()).with("url", alert.url()).with("alert", alert.id().toString())
                .with("severity", alert.severity()).with("note", member.atRoot() ? null : member.joining().detail()).once("fired:" + alert.id());
    }

    public void recount(Collection<Integer> numbers) {
        Map<String, Alerts.Tally> tallies = alerts.tallies(numbers.stream().map(IncidentView::reference).toList()).stream()
                .collect(Collectors.toMap(Alerts.Tally::incident, tally -> tally));
        incidents.noteAlerts(numbers.stream().map(number -> counted(number, tallies.get(IncidentView.reference(number)))).toList());
    }

    /** Its alerts may all have been moved elsewhere. */
    private static Incidents.AlertCount counted(int number, Alerts.Tally tally) {
        return tally == null ? new Incidents.AlertCount(number, 0, 0) : new Incidents.AlertCount(number, tally.total(), tally.firing());
    }
}
