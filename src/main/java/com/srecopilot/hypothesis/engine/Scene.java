package com.srecopilot.hypothesis.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import com.srecopilot.hypothesis.engine.CallGraph.Reach;
import com.srecopilot.hypothesis.engine.Situation.Alert;
import com.srecopilot.hypothesis.engine.Situation.Edge;

/** A situation set in order, once for all leads: where it hurts, since when, and what else hurts. */
final class Scene {

    /** Calls followed from the hurting service; what lies farther rarely is the cause and never a short story. */
    private static final int FARTHEST = 6;
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration SAME_TIME = Duration.ofMinutes(2);
    private static final Duration JOINED_REACH = Duration.ofDays(7);
    private static final Duration NEIGHBOUR_REACH = Duration.ofHours(2);
    private static final Comparator<Alert> EARLIEST = Comparator.comparing(Alert::startsAt).thenComparing(Alert::id);

    private final Situation situation;
    private final String focus;
    private final Instant onset;
    private final Optional<Alert> firstAlert;
    private final CallGraph graph;
    private final Map<String, Symptom> hurting;
    private final Map<String, Reach> upstream;

    Scene(Situation situation) {
        this.situation = situation;
        focus = focus(situation);
        firstAlert = firstAlert(situation, focus);
        Instant detected = situation.incident().detectedAt();
        onset = firstAlert.map(Alert::startsAt).filter(start -> start.isBefore(detected)).orElse(detected);
        hurting = hurting();
        graph = new CallGraph(situation.edges());
        upstream = focus.isEmpty() ? Map.of() : graph.upstreamOf(focus, hurting::containsKey, FARTHEST);
    }

    private static String focus(Situation situation) {
        String named = situation.incident().service();
        return !named.isEmpty() ? named : situation.alerts().stream()
                .filter(alert -> alert.joined() && !alert.service().isEmpty())
                .min(EARLIEST).map(Alert::service).orElse("");
    }

    /** Of the incident's own alerts; without any, of those of its service. An impossible date counts for nothing. */
    private static Optional<Alert> firstAlert(Situation situation, String focus) {
        Optional<Alert> joined = earliest(situation, Alert::joined, JOINED_REACH);
        return joined.isPresent() || focus.isEmpty() ? joined
                : earliest(situation, alert -> alert.service().equals(focus), NEIGHBOUR_REACH);
    }

    private static Optional<Alert> earliest(Situation situation, Predicate<Alert> whose, Duration reach) {
        Instant from = situation.incident().detectedAt().minus(reach);
        Instant to = situation.now().plus(SKEW);
        return situation.alerts().stream().filter(whose)
                .filter(alert -> !alert.startsAt().isBefore(from) && !alert.startsAt().isAfter(to))
                .min(EARLIEST);
    }

    private Map<String, Symptom> hurting() {
        Map<String, Symptom> symptoms = new HashMap<>();
        for (Alert alert : situation.alerts()) {
            if (!alert.service().isEmpty() && matters(alert)) {
                symptoms.merge(alert.service(), new Symptom(alert, alert), this::weightier);
            }
        }
        return symptoms;
    }

    private boolean matters(Alert alert) {
        boolean over = alert.endsAt() != null && alert.endsAt().isBefore(onset.minus(SKEW));
        return !over && !alert.startsAt().isAfter(situation.now().plus(SKEW));
    }

    private Symptom weightier(Symptom one, Symptom other) {
        Comparator<Alert> strongest = Comparator.comparingDouble(this::strength).reversed().thenComparing(EARLIEST);
        return new Symptom(strongest.compare(one.strongest(), other.strongest()) <= 0 ? one.strongest() : other.strongest(),
                EARLIEST.compare(one.earliest(), other.earliest()) <= 0 ? one.earliest() : other.earliest());
    }

    /** Grave and of the same time is 1; what hurt for days before, or began only after, is fainter. */
    double strength(Alert alert) {
        double early = Duration.between(alert.startsAt(), onset).getSeconds() / 60.0;
        double late = -early - SAME_TIME.toMinutes();
        double timing = late > 0 ? Math.pow(2, -late / 10) : Math.max(0.2, Math.pow(2, -Math.max(0, early - 30) / 120));
        return alert.gravity() * timing;
    }

    Situation situation() {
        return situation;
    }

    /** The service where it hurts, or "". */
    String focus() {
        return focus;
    }

    /** When it began, as far as the alerts know. */
    Instant onset() {
        return onset;
    }

    CallGraph graph() {
        return graph;
    }

    /** What the focus depends on, directly or not, the nearest first. */
    Map<String, Reach> upstream() {
        return upstream;
    }

    boolean hurts(String service) {
        return hurting.containsKey(service);
    }

    Optional<Symptom> symptom(String service) {
        return Optional.ofNullable(hurting.get(service));
    }

    List<Edge> pathTo(String service) {
        return CallGraph.path(upstream, service);
    }

    /** The incident's alerts on its own service, the strongest first, each kind once. */
    List<Alert> ownAlerts() {
        Map<String, Alert> kinds = new HashMap<>();
        situation.alerts().stream().filter(alert -> alert.service().equals(focus) && matters(alert))
                .sorted(EARLIEST).forEach(alert -> kinds.putIfAbsent(alert.title(), alert));
        return kinds.values().stream()
                .sorted(Comparator.comparingDouble(this::strength).reversed().thenComparing(EARLIEST)).toList();
    }

    /** The alert that the phrases of {@link #before} point to. */
    Optional<Alert> firstAlert() {
        return firstAlert.filter(alert -> alert.startsAt().equals(onset));
    }

    /** "6 min before the first alert". */
    String before(Instant at) {
        String anchor = firstAlert().isPresent() ? "the first alert" : "the incident began";
        long seconds = Duration.between(at, onset).getSeconds();
        return seconds < 1 ? "just before " + anchor : Words.span(Duration.ofSeconds(seconds)) + " before " + anchor;
    }

    /** Why no lead led anywhere. */
    String silence() {
        if (focus.isEmpty()) {
            return "The incident names no service and neither does an alert of it, so there is nothing to follow";
        }
        String around = upstream.isEmpty() ? "no dependency of it is known" : "nothing that it depends on is alerting";
        String own = ownAlerts().isEmpty() ? "No alert of " + focus + " fires, " : "The alert of " + focus + " tells where it hurts, not why; ";
        return own + around
                + ", nothing changed around it in the 24 h before, and no earlier incident had the same alerts"
                + (situation.measured().silence().isEmpty() ? "" : "; of what is measured there, " + situation.measured().silence());
    }

    /** How a service hurts. */
    record Symptom(Alert strongest, Alert earliest) {
    }
}
