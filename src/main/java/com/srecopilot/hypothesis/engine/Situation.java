package com.srecopilot.hypothesis.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.srecopilot.hypothesis.rootcause.Ranking;

/**
 * All that the engine may know of an incident. Whatever is null reads as unknown, facts given twice count once.
 *
 * @param alerts episodes of the tenant that fire, or fired, around the incident; its own ones are {@code joined}
 * @param edges the tenant's call graph; circles and calls to oneself are harmless
 * @param changes recent changes of any service; those that can't matter are ignored
 * @param past earlier incidents whose alerts had the same dedup keys
 * @param record what the tenant's people said of earlier causes
 * @param measured what the telemetry around says, abstained when it says nothing
 * @param now when the question is asked; what lies after it is not believed
 */
public record Situation(Incident incident, List<Alert> alerts, List<Edge> edges, List<Change> changes,
        List<PastIncident> past, List<TrackRecord> record, Ranking measured, Instant now) {

    public Situation(Incident incident, List<Alert> alerts, List<Edge> edges, List<Change> changes, List<PastIncident> past, Instant now) {
        this(incident, alerts, edges, changes, past, List.of(), null, now);
    }

    public Situation {
        Objects.requireNonNull(incident, "incident");
        now = Words.bearable(Objects.requireNonNull(now, "now"));
        alerts = once(alerts, Alert::id);
        edges = edges == null ? List.of() : List.copyOf(edges);
        changes = once(changes, Change::identity);
        past = once(past, PastIncident::number);
        measured = measured == null ? new Ranking(List.of(), true, "") : measured;
        record = once(record, TrackRecord::key);
    }

    private static <T> List<T> once(Collection<T> facts, Function<T, Object> identity) {
        if (facts == null) {
            return List.of();
        }
        return List.copyOf(facts.stream()
                .collect(Collectors.toMap(identity, Function.identity(), (first, again) -> first, LinkedHashMap::new))
                .values());
    }

    /** @param service where it hurts, or "" when unknown */
    public record Incident(int number, String title, String service, Instant detectedAt) {

        public Incident {
            title = Words.known(title);
            service = Words.known(service);
            detectedAt = Words.bearable(Objects.requireNonNull(detectedAt, "detectedAt"));
        }
    }

    /**
     * One firing episode.
     *
     * @param endsAt null while it fires
     * @param joined whether it belongs to the incident
     */
    public record Alert(String id, String title, String service, String severity, String dedupKey, Instant startsAt,
            Instant endsAt, String url, boolean joined) {

        private static final Map<String, Double> WEIGHT =
                Map.of("critical", 1.0, "high", 0.9, "medium", 0.7, "low", 0.5);

        public Alert {
            id = Words.known(id);
            title = Words.known(title);
            service = Words.known(service);
            severity = Words.known(severity);
            dedupKey = Words.known(dedupKey);
            startsAt = Words.bearable(Objects.requireNonNull(startsAt, "startsAt"));
            endsAt = Words.bearable(endsAt);
            Objects.requireNonNull(url, "url");
        }

        double gravity() {
            return WEIGHT.getOrDefault(severity.toLowerCase(Locale.ROOT), 0.7);
        }
    }

    public record Edge(String caller, String callee, String url) {

        public Edge {
            caller = Words.known(caller);
            callee = Words.known(callee);
            Objects.requireNonNull(url, "url");
        }
    }

    /** @param kind {@code deployment}, {@code configuration} or another word for what was done */
    public record Change(String id, String service, String kind, String version, String previousVersion, String summary,
            Instant at, String url) {

        public Change {
            id = Words.known(id);
            service = Words.known(service);
            kind = Words.known(kind);
            version = Words.known(version);
            previousVersion = Words.known(previousVersion);
            summary = Words.known(summary);
            at = Words.bearable(Objects.requireNonNull(at, "at"));
            Objects.requireNonNull(url, "url");
        }

        /** The same change reported twice, by two tools, is one change. */
        private Object identity() {
            return List.of(service, kind, version, summary, at);
        }
    }

    /**
     * @param resolvedAt null while it is open
     * @param took from detection to resolution, or null
     * @param cause the claim that people validated, or "" when none was
     * @param causeService the service that claim names, or ""
     */
    public record PastIncident(int number, String title, String service, Instant resolvedAt, Duration took, String cause,
            String causeService, String url) {

        public PastIncident {
            title = Words.known(title);
            service = Words.known(service);
            cause = Words.known(cause);
            causeService = Words.known(causeService);
            resolvedAt = Words.bearable(resolvedAt);
            Objects.requireNonNull(url, "url");
        }
    }
}
