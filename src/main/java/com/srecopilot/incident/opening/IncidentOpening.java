package com.srecopilot.incident.opening;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.catalog.Catalog;
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
import com.srecopilot.tenancy.Actor;

/**
 * Turns alerts that nobody stands for yet into incidents: each opens one, or joins the open one of its cause. Any run
 * handles all that is outstanding, so replays and parallel runs do no harm.
 */
@Service
public class IncidentOpening {

    private static final int BATCH = 5_000;
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
    private final JdbcClient jdbc;

    IncidentOpening(Alerts alerts, Catalog catalog, GroupingStore grouping, Clusters clusters, Incidents incidents,
            IncidentService lives, IncidentTimeline timeline, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.alerts = alerts;
        this.catalog = catalog;
        this.grouping = grouping;
        this.clusters = clusters;
        this.incidents = incidents;
        this.lives = lives;
        this.timeline = timeline;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** @return whether more are outstanding */
    @Transactional
    public boolean openForOutstanding() {
        oneAtATime();
        List<AlertView> outstanding = alerts.unassigned(BATCH);
        GroupingRules rules = grouping.rules();
        grouped(outstanding, rules).forEach(group -> openOrJoin(group, rules));
        return outstanding.size() == BATCH;
    }

    /** Until the transaction ends, this tenant's alerts and incidents are matched here only. */
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('incident-opening', 0) # hashtextextended(?, 0))")
                .param(Actor.current().tenant().toString()).query(rows -> { });
    }

    private List<AlertGroup> grouped(List<AlertView> outstanding, GroupingRules rules) {
        var graph = new ServiceGraph(catalog.edges(), rules.hops());
        Map<UUID, AlertView> byId = outstanding.stream().collect(Collectors.toMap(AlertView::id, alert -> alert));
        List<Signal> signals = outstanding.stream().map(alert -> Signal.of(alert, graph::knows)).toList();
        Instant from = signals.stream().map(Signal::startsAt).min(Instant::compareTo).orElse(Instant.EPOCH);
        Instant to = signals.stream().map(Signal::startsAt).max(Instant::compareTo).orElse(Instant.EPOCH);
        Map<Cluster, List<AlertGroup.Member>> groups = new Correlator(rules, graph, clusters.near(from, to, rules)).place(signals).stream()
                .map(joining -> new AlertGroup.Member(byId.get(joining.signal().alert()), joining))
                .collect(Collectors.groupingBy(member -> member.joining().cluster(), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(group -> new AlertGroup(group.getKey(), group.getValue())).toList();
    }

    private void openOrJoin(AlertGroup group, GroupingRules rules) {
        Integer running = group.cluster().incident();
        if (running == null && !group.opens(rules)) {
            alerts.leave(group.left());
            return;
        }
        int number = running != null ? running : lives.open(group.draft()).number();
        lives.worsen(number, group.worst());
        clusters.remember(number, group.cluster(), rules);
        String reference = IncidentView.reference(number);
        alerts.attach(reference, group.attachments(reference));
        timeline.tell(number, tellings(group));
        recount(number);
        events.publishEvent(IncidentEvent.AlertsChanged.of(Actor.current().tenant(), number, true, group.members().size()));
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

    void recount(int number) {
        Alerts.Tally tally = alerts.tally(IncidentView.reference(number));
        incidents.noteAlerts(number, tally.total(), tally.firing());
    }
}
