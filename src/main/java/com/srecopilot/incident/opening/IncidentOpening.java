package com.srecopilot.incident.opening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.tenancy.Actor;

/**
 * Turns alerts that nobody stands for yet into incidents: each opens one, or joins the open one of its group. Any run
 * handles all that is outstanding, so replays and parallel runs do no harm.
 */
@Service
public class IncidentOpening {

    private static final int BATCH = 1_000;
    /** So many alerts of a batch get a line of their own in the timeline; the rest share one. */
    private static final int TOLD_ONE_BY_ONE = 20;

    private final Alerts alerts;
    private final Incidents incidents;
    private final IncidentService lives;
    private final IncidentTimeline timeline;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    IncidentOpening(Alerts alerts, Incidents incidents, IncidentService lives, IncidentTimeline timeline,
            ApplicationEventPublisher events, JdbcClient jdbc) {
        this.alerts = alerts;
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
        grouped(outstanding).forEach(this::openOrJoin);
        return outstanding.size() == BATCH;
    }

    /** Until the transaction ends, this tenant's alerts and incidents are matched here only. */
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('incident-opening', 0) # hashtextextended(?, 0))")
                .param(Actor.current().tenant().toString()).query(rows -> { });
    }

    private static List<AlertGroup> grouped(List<AlertView> outstanding) {
        Map<String, List<AlertView>> groups = outstanding.stream()
                .collect(Collectors.groupingBy(AlertGroup::keyOf, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(group -> new AlertGroup(group.getKey(), group.getValue())).toList();
    }

    private void openOrJoin(AlertGroup group) {
        IncidentView running = incidents.openOfGroup(group.key()).orElse(null);
        int number = running != null ? running.number() : lives.open(group.draft()).number();
        lives.worsen(number, group.worst());
        String reference = IncidentView.reference(number);
        alerts.attach(group.alerts().stream().map(AlertView::id).toList(), reference,
                running != null ? "joined " + reference + " (" + group.reason() + ")" : "opened " + reference);
        timeline.tell(number, tellings(group));
        recount(number);
        events.publishEvent(IncidentEvent.AlertsChanged.of(Actor.current().tenant(), number, true, group.alerts().size()));
    }

    private static List<Telling> tellings(AlertGroup group) {
        Stream<Telling> single = group.alerts().stream().limit(TOLD_ONE_BY_ONE).flatMap(IncidentOpening::story);
        int rest = group.alerts().size() - TOLD_ONE_BY_ONE;
        Stream<Telling> others = rest <= 0 ? Stream.empty()
                : Stream.of(Telling.of(TimelineKind.ALERT_FIRED, rest + " more alerts fired"));
        return Stream.concat(single, others).toList();
    }

    /** An alert may have come and gone before anybody looked. */
    private static Stream<Telling> story(AlertView alert) {
        return alert.endsAt() == null ? Stream.of(fired(alert)) : Stream.of(fired(alert), AlertRecovery.resolved(alert));
    }

    private static Telling fired(AlertView alert) {
        return Telling.of(TimelineKind.ALERT_FIRED, alert.title()).with("url", alert.url()).with("alert", alert.id().toString())
                .with("severity", alert.severity()).once("fired:" + alert.id());
    }

    void recount(int number) {
        Alerts.Tally tally = alerts.tally(IncidentView.reference(number));
        incidents.noteAlerts(number, tally.total(), tally.firing());
    }
}
