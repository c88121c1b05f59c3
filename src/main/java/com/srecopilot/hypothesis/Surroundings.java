package com.srecopilot.hypothesis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.ChangeView;
import com.srecopilot.catalog.Changes;
import com.srecopilot.catalog.ServiceView;
import com.srecopilot.hypothesis.engine.Situation;
import com.srecopilot.hypothesis.engine.Situation.Alert;
import com.srecopilot.hypothesis.engine.Situation.Change;
import com.srecopilot.hypothesis.engine.Situation.Edge;
import com.srecopilot.hypothesis.engine.Situation.PastIncident;
import com.srecopilot.hypothesis.observed.Observations;
import com.srecopilot.hypothesis.rootcause.Ranking;
import com.srecopilot.hypothesis.rootcause.Telemetry.Spell;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Gathers what the rooms below know around an incident, in the engine's terms. */
@Component
class Surroundings {

    private static final Duration ALERTS_BEFORE = Duration.ofHours(2);
    private static final Duration CHANGES_BEFORE = Duration.ofHours(26);
    private static final Duration AFTER = Duration.ofHours(2);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MEMORY = Duration.ofDays(365);
    private static final int PAST = 20;

    private final Alerts alerts;
    private final Catalog catalog;
    private final Changes changes;
    private final Incidents incidents;
    private final HypothesisRepository hypotheses;
    private final TrackRecords record;
    private final Observations observations;
    private final Clock clock;

    Surroundings(Alerts alerts, Catalog catalog, Changes changes, Incidents incidents, HypothesisRepository hypotheses, TrackRecords record,
            Observations observations, Clock clock) {
        this.alerts = alerts;
        this.catalog = catalog;
        this.changes = changes;
        this.incidents = incidents;
        this.hypotheses = hypotheses;
        this.record = record;
        this.observations = observations;
        this.clock = clock;
    }

    Situation of(IncidentView incident) {
        Collection<com.srecopilot.catalog.Edge> calls = catalog.edges();
        List<Edge> edges = calls.stream().map(edge -> edge(edge.caller(), edge.callee())).toList();
        List<AlertView> own = alerts.ofIncident(incident.reference());
        Set<String> services = services(incident, own, edges);
        Instant now = clock.instant();
        Instant to = Stream.of(incident.detectedAt().plus(AFTER), now).min(Comparator.naturalOrder()).orElseThrow();
        return new Situation(new Situation.Incident(incident.number(), incident.title(), incident.serviceName(), incident.detectedAt()),
                around(own, alerts.firing(services, incident.detectedAt().minus(ALERTS_BEFORE), to)), edges,
                changes.between(services, incident.detectedAt().minus(CHANGES_BEFORE), to).stream().map(Surroundings::change).toList(),
                past(incident, own), record.of(incident.number(), now), measured(incident, own, calls, now), now);
    }

    private Ranking measured(IncidentView incident, List<AlertView> own, Collection<com.srecopilot.catalog.Edge> calls, Instant now) {
        Optional<AlertView> first = own.stream().filter(alert -> alert.startsAt().isAfter(incident.detectedAt().minus(ALERTS_BEFORE)))
                .min(Comparator.comparing(AlertView::startsAt));
        Instant start = first.map(AlertView::startsAt).filter(incident.detectedAt()::isAfter).orElse(incident.detectedAt());
        return observations.around(incident.serviceName(), first.map(AlertView::title).orElse(incident.title()), start, calls, others(incident, start, calls), now);
    }

    /** What else was wrong near it in the hour before. Of what still is, the effects reach into this one. */
    private List<Spell> others(IncidentView incident, Instant start, Collection<com.srecopilot.catalog.Edge> calls) {
        Set<String> near = Observations.near(incident.serviceName(), calls);
        return incidents.around(near, start.minus(HOUR), start, PAST).stream().filter(other -> other.number() != incident.number())
                .map(other -> new Spell(seconds(other.detectedAt()), seconds(other.resolvedAt() == null ? start : other.resolvedAt()))).toList();
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }

    private static Set<String> services(IncidentView incident, List<AlertView> own, List<Edge> edges) {
        Set<String> services = new HashSet<>();
        edges.forEach(edge -> services.addAll(List.of(edge.caller(), edge.callee())));
        own.stream().map(AlertView::service).filter(service -> service != null && !service.isBlank()).forEach(services::add);
        if (!incident.serviceName().isBlank()) {
            services.add(incident.serviceName());
        }
        return services;
    }

    private static List<Alert> around(List<AlertView> own, List<AlertView> others) {
        Map<UUID, Alert> all = new LinkedHashMap<>();
        own.forEach(alert -> all.put(alert.id(), alert(alert, true)));
        others.forEach(alert -> all.putIfAbsent(alert.id(), alert(alert, false)));
        return new ArrayList<>(all.values());
    }

    private static Alert alert(AlertView alert, boolean joined) {
        return new Alert(alert.id().toString(), alert.title(), alert.service(), alert.severity(), alert.dedupKey(), alert.startsAt(),
                alert.endsAt(), "/alerts/" + alert.id(), joined);
    }

    private static Edge edge(String caller, String callee) {
        return new Edge(caller, callee, ServiceView.path(caller) + "#edge-" + UriUtils.encodeFragment(callee, UTF_8));
    }

    private static Change change(ChangeView change) {
        return new Change(change.id().toString(), change.service(), change.kind(), change.version(), change.previousVersion(),
                change.summary(), change.at(), ServiceView.path(change.service()) + "#change-" + change.id());
    }

    private List<PastIncident> past(IncidentView incident, List<AlertView> own) {
        Set<String> keys = own.stream().map(AlertView::dedupKey).collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Integer> numbers = alerts.incidentsOf(keys, incident.detectedAt().minus(MEMORY)).stream().map(IncidentView::number)
                .filter(number -> number < incident.number()).distinct().sorted(Comparator.reverseOrder()).limit(PAST).toList();
        List<IncidentView> earlier = incidents.find(numbers).stream().filter(known -> !known.restricted()).toList();
        Map<Integer, Hypothesis> causes = causes(earlier.stream().map(IncidentView::number).toList());
        return earlier.stream().map(known -> past(known, causes.get(known.number()))).toList();
    }

    private Map<Integer, Hypothesis> causes(Collection<Integer> numbers) {
        return hypotheses.findByIncidentNumberInAndState(numbers, HypothesisState.VALIDATED).stream()
                .sorted(Comparator.comparing(Hypothesis::verdictAt).thenComparing(Hypothesis::id))
                .collect(Collectors.toMap(Hypothesis::incidentNumber, Function.identity(), (first, later) -> first));
    }

    private static PastIncident past(IncidentView incident, Hypothesis cause) {
        Duration took = incident.resolvedAt() == null ? null : Duration.between(incident.detectedAt(), incident.resolvedAt());
        return new PastIncident(incident.number(), incident.title(), incident.serviceName(), incident.resolvedAt(), took,
                cause == null ? "" : cause.claim(), cause == null ? "" : cause.service(), "/incidents/" + incident.number());
    }
}
