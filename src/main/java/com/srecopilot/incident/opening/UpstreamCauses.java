package com.srecopilot.incident.opening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.alert.DownstreamAlerts;
import com.srecopilot.alert.DownstreamAlerts.Suppressed;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.incident.grouping.GroupingRules;
import com.srecopilot.incident.grouping.GroupingStore;
import com.srecopilot.incident.grouping.ServiceGraph;
import com.srecopilot.incident.grouping.Signal;
import com.srecopilot.incident.grouping.Upstream;

/** Where a tenant wants it, alerts downstream of an open incident are suppressed while that one fires. */
@Service
class UpstreamCauses {

    private static final int TOLD = 20;

    private final DownstreamAlerts downstream;
    private final Alerts alerts;
    private final IncidentTimeline timeline;
    private final GroupingStore grouping;
    private final JdbcClient jdbc;

    UpstreamCauses(DownstreamAlerts downstream, Alerts alerts, IncidentTimeline timeline, GroupingStore grouping, JdbcClient jdbc) {
        this.downstream = downstream;
        this.alerts = alerts;
        this.timeline = timeline;
        this.grouping = grouping;
        this.jdbc = jdbc;
    }

    /** @return those that nothing suppresses */
    List<AlertView> suppress(List<AlertView> lot, ServiceGraph graph, GroupingRules rules) {
        if (!rules.suppresses() || lot.isEmpty()) {
            return lot;
        }
        var upstream = new Upstream(graph, rules);
        List<Upstream.Cause> firing = firing(lot, graph, upstream);
        var suppressed = new HashMap<AlertView, Upstream.Cause>();
        lot.stream().filter(AlertView::open)
                .forEach(alert -> upstream.causing(Signal.of(alert, graph::knows), firing).ifPresent(cause -> suppressed.put(alert, cause)));
        downstream.suppress(suppressed.entrySet().stream()
                .map(each -> new Suppressed(each.getKey().id(), each.getValue().incident(), each.getValue().reason())).toList());
        tell(suppressed);
        var rest = new ArrayList<>(lot);
        rest.removeAll(suppressed.keySet());
        return rest;
    }

    private List<Upstream.Cause> firing(List<AlertView> lot, ServiceGraph graph, Upstream upstream) {
        var services = new HashSet<String>();
        lot.forEach(alert -> services.addAll(upstream.of(Signal.of(alert, graph::knows).place())));
        List<DownstreamAlerts.Firing> firing = downstream.firing(services);
        Set<String> open = open(firing.stream().map(DownstreamAlerts.Firing::incident).distinct().toList());
        return firing.stream().filter(each -> open.contains(each.incident()))
                .map(each -> new Upstream.Cause(each.service(), each.incident(), each.since(), each.hidden())).toList();
    }

    private void tell(Map<AlertView, Upstream.Cause> suppressed) {
        suppressed.entrySet().stream().collect(Collectors.groupingBy(each -> each.getValue().incident())).forEach((incident, all) ->
                timeline.tell(IncidentView.number(incident), all.stream().limit(TOLD).map(each -> told(each.getKey())).toList()));
    }

    private static Telling told(AlertView alert) {
        return Telling.of(TimelineKind.ALERT_FIRED, alert.title()).with("url", "/alerts/" + alert.id()).with("alert", alert.id().toString())
                .with("severity", alert.severity()).with("note", "downstream, suppressed while this fires").once("suppressed:" + alert.id());
    }

    /** What is suppressed for the sake of something that is over fires again, and gets an incident. */
    @Transactional
    public void liftWhatIsOver() {
        List<String> incidents = downstream.incidents();
        if (incidents.isEmpty()) {
            return;
        }
        Set<String> firing = alerts.tallies(incidents).stream().filter(tally -> tally.firing() > 0).map(Alerts.Tally::incident).collect(Collectors.toSet());
        Set<String> open = open(incidents);
        boolean none = !grouping.rules().suppresses();
        downstream.lift(incidents.stream().filter(incident -> none || !firing.contains(incident) || !open.contains(incident)).toList());
    }

    private Set<String> open(List<String> incidents) {
        return incidents.isEmpty() ? Set.of() : Set.copyOf(jdbc.sql("select 'INC-' || number from incidents where number = any(?) and state <> 'resolved' and deleted_at is null")
                .param(incidents.stream().map(IncidentView::number).toArray(Integer[]::new)).query(String.class).list());
    }
}
