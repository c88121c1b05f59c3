package com.srecopilot.hypothesis.suggestion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Actor;

/**
 * Each tenant's experience, learned from its newest incidents and nobody else's, and kept for as long as it is fresh.
 * Private incidents teach nothing: a suggestion must not tell what only some may read.
 */
@Component
class TenantExperience {

    static final int INCIDENTS = 2_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Incidents incidents;
    private final SuggestionStore store;
    private final Clock clock;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    TenantExperience(Incidents incidents, SuggestionStore store, Clock clock) {
        this.incidents = incidents;
        this.store = store;
        this.clock = clock;
    }

    /** Of the current tenant; in a transaction. */
    Experience current() {
        Instant now = clock.instant();
        kept.values().removeIf(each -> each.learned.plus(KEPT).isBefore(now));
        return kept.computeIfAbsent(Actor.current().tenant(), tenant -> new Kept(now, learn())).experience;
    }

    private Experience learn() {
        List<IncidentView> past = incidents.numberedAfter(0, INCIDENTS).stream().filter(incident -> !incident.restricted()).toList();
        return Experience.of(past, store.given(), PublicSeverity.model());
    }

    private record Kept(Instant learned, Experience experience) {
    }
}
