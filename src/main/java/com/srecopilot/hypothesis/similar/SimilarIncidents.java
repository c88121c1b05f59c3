package com.srecopilot.hypothesis.similar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.hypothesis.Hypotheses;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Actor;

/**
 * Finds earlier incidents like one: what happened then is the best guess of what happens now. Each tenant's texts are
 * read once and kept for a while on each node; a new incident adds its own.
 */
@Service
public class SimilarIncidents {

    static final int SHOWN = 5;
    /** Below this, likeness is chance; measured on pairs of unrelated incidents. */
    private static final double LEAST = 0.22;
    private static final double SAME_SERVICE = 0.12;
    private static final double SAME_ALERT = 0.25;
    private static final int TEXTS = 5_000;
    private static final int CANDIDATES = 50;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration ALERTS_SINCE = Duration.ofDays(365);

    private final Incidents incidents;
    private final Alerts alerts;
    private final Hypotheses hypotheses;
    private final Clock clock;
    private final Map<UUID, Texts> texts = new ConcurrentHashMap<>();

    SimilarIncidents(Incidents incidents, Alerts alerts, Hypotheses hypotheses, Clock clock) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.hypotheses = hypotheses;
        this.clock = clock;
    }

    /** Only incidents of smaller numbers: nobody could have known later ones. The most alike first; none when nothing is. */
    @Transactional(readOnly = true)
    public List<SimilarIncident> of(IncidentView incident) {
        Set<Integer> alerted = sharingAlerts(incident);
        Map<Integer, SimilarIncident> found = new HashMap<>();
        Likeness likeness = likeness(incident);
        synchronized (likeness) {
            Stream<Likeness.Match> byText = likeness.like(incident.number(), number -> number < incident.number(), CANDIDATES).stream();
            Stream<Likeness.Match> byAlert = alerted.stream().filter(number -> number < incident.number()).map(number -> new Likeness.Match(number, 0));
            Stream.concat(byText, byAlert).forEach(match -> found.computeIfAbsent(match.number(), number -> incidents.find(number)
                    .map(other -> judged(incident, other, match.score(), alerted.contains(number), likeness)).orElse(null)));
        }
        return found.values().stream().filter(similar -> similar.score() >= LEAST)
                .sorted(Comparator.comparingDouble(SimilarIncident::score).thenComparing(similar -> similar.incident().number()).reversed())
                .limit(SHOWN).map(this::withCause).toList();
    }

    private Set<Integer> sharingAlerts(IncidentView incident) {
        List<String> keys = alerts.ofIncident(incident.reference(), CANDIDATES).stream().map(AlertView::dedupKey).distinct().toList();
        return alerts.incidentsOf(keys, clock.instant().minus(ALERTS_SINCE)).stream().map(IncidentView::number).collect(Collectors.toSet());
    }

    private static SimilarIncident judged(IncidentView incident, IncidentView other, double text, boolean alerted, Likeness likeness) {
        boolean sameService = !incident.serviceName().isEmpty() && incident.serviceName().equals(other.serviceName());
        var reasons = new ArrayList<String>();
        if (alerted) {
            reasons.add("the same alert");
        }
        if (sameService) {
            reasons.add("the same service");
        }
        List<String> words = text == 0 ? List.of() : likeness.common(incident.number(), other.number(), incident.title() + " " + incident.description());
        if (!words.isEmpty()) {
            reasons.add("words: " + String.join(", ", words));
        }
        double score = text * (1 - SAME_SERVICE - SAME_ALERT) + (sameService ? SAME_SERVICE : 0) + (alerted ? SAME_ALERT : 0);
        return new SimilarIncident(other, Math.min(1, score), reasons, null);
    }

    private SimilarIncident withCause(SimilarIncident similar) {
        Optional<String> cause = hypotheses.of(similar.incident().number()).items().stream()
                .filter(each -> "validated".equals(each.state())).map(each -> each.claim()).findFirst();
        return new SimilarIncident(similar.incident(), similar.score(), similar.reasons(), cause.orElse(null));
    }

    private Likeness likeness(IncidentView incident) {
        Instant now = clock.instant();
        Texts known = texts.compute(Actor.current().tenant(), (tenant, kept) ->
                kept == null || kept.read.plus(KEPT).isBefore(now) ? new Texts(now, new Likeness()) : kept);
        synchronized (known.likeness) {
            incidents.numberedAfter(known.likeness.last(), TEXTS).forEach(each -> known.likeness.add(each.number(), each.title(), each.description()));
            known.likeness.add(incident.number(), incident.title(), incident.description());
        }
        return known.likeness;
    }

    private record Texts(Instant read, Likeness likeness) {
    }
}
