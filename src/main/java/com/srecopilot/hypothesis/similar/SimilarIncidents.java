package com.srecopilot.hypothesis.similar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private static final int ALERTS = 50;
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
        Texts known = known(incident);
        Map<Integer, Double> alike = known.alike(incident.number());
        List<SimilarIncident> similar = incidents.find(candidates(incident, alike, alerted)).stream()
                .map(other -> judged(incident, other, alike.getOrDefault(other.number(), 0.0), alerted.contains(other.number())))
                .filter(each -> each.score() >= LEAST)
                .sorted(Comparator.comparingDouble(SimilarIncident::score).thenComparing(SimilarIncident::number).reversed()).limit(SHOWN).toList();
        Map<Integer, String> causes = hypotheses.validated(similar.stream().map(SimilarIncident::number).toList());
        return similar.stream().map(each -> each.with(known.common(incident, each.number()), causes.get(each.number()))).toList();
    }

    /** Those that would be alike enough if they concerned the same service. */
    private static List<Integer> candidates(IncidentView incident, Map<Integer, Double> alike, Set<Integer> alerted) {
        return Stream.concat(alike.keySet().stream(), alerted.stream()).distinct()
                .filter(number -> number < incident.number() && score(alike.getOrDefault(number, 0.0), true, alerted.contains(number)) >= LEAST).toList();
    }

    private Set<Integer> sharingAlerts(IncidentView incident) {
        List<String> keys = alerts.ofIncident(incident.reference(), ALERTS).stream().map(AlertView::dedupKey).distinct().toList();
        return alerts.incidentsOf(keys, clock.instant().minus(ALERTS_SINCE)).stream().map(IncidentView::number).collect(Collectors.toSet());
    }

    private static SimilarIncident judged(IncidentView incident, IncidentView other, double text, boolean alerted) {
        boolean sameService = !incident.serviceName().isEmpty() && incident.serviceName().equals(other.serviceName());
        var reasons = new ArrayList<String>();
        if (alerted) {
            reasons.add("the same alert");
        }
        if (sameService) {
            reasons.add("the same service");
        }
        return new SimilarIncident(other, Math.min(1, score(text, sameService, alerted)), reasons, null);
    }

    private static double score(double text, boolean sameService, boolean alerted) {
        return text * (1 - SAME_SERVICE - SAME_ALERT) + (sameService ? SAME_SERVICE : 0) + (alerted ? SAME_ALERT : 0);
    }

    private Texts known(IncidentView incident) {
        Instant now = clock.instant();
        Texts known = texts.compute(Actor.current().tenant(), (tenant, kept) -> kept == null || kept.readBefore(now.minus(KEPT)) ? new Texts(now) : kept);
        known.add(incident, last -> incidents.numberedAfter(last, TEXTS));
        return known;
    }
}
