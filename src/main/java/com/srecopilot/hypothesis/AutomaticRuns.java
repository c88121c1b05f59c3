package com.srecopilot.hypothesis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.Edge;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Actor;

/** Runs that nobody asked for by hand: when they are worth it, and whom else the news concerns. */
@Component
class AutomaticRuns {

    /** Who asks later than this replays the past; nobody waits there for a cause. */
    private static final Duration REPLAYED = Duration.ofHours(1);
    private static final int NONE = 0;

    private final Pacing pacing;
    private final Examination examination;
    private final Incidents incidents;
    private final Hypotheses hypotheses;
    private final Catalog catalog;
    private final Clock clock;
    private final HypothesisProperties properties;

    AutomaticRuns(Pacing pacing, Examination examination, Incidents incidents, Hypotheses hypotheses, Catalog catalog, Clock clock,
            HypothesisProperties properties) {
        this.pacing = pacing;
        this.examination = examination;
        this.incidents = incidents;
        this.hypotheses = hypotheses;
        this.catalog = catalog;
        this.clock = clock;
        this.properties = properties;
    }

    /** @return completes when the engine has looked, or found that it need not */
    CompletableFuture<Void> ask(UUID tenant, int number) {
        Instant asked = clock.instant();
        return pacing.ask(tenant, number, () -> Actor.system(tenant, "engine").run(() -> runWithNeighbours(tenant, number, asked)));
    }

    private void runWithNeighbours(UUID tenant, int number, Instant asked) {
        if (asked.plus(REPLAYED).isBefore(clock.instant())) {
            return;
        }
        run(number);
        incidents.find(number).map(IncidentView::serviceName).filter(service -> !service.isBlank())
                .ifPresent(service -> askConcerned(tenant, service, number));
    }

    /** Something is new about a service: young incidents that it may explain are looked at again. */
    void askConcerned(UUID tenant, String service) {
        askConcerned(tenant, service, NONE);
    }

    private void askConcerned(UUID tenant, String service, int except) {
        concerned(service).stream().filter(number -> number != except).forEach(number -> askAgain(tenant, number));
    }

    /** Without its neighbours. */
    void askAgain(UUID tenant, int number) {
        pacing.ask(tenant, number, () -> Actor.system(tenant, "engine").run(() -> run(number)));
    }

    private void run(int number) {
        boolean open = incidents.find(number).filter(IncidentView::open).isPresent();
        if (open && hypotheses.of(number).items().stream().allMatch(HypothesisView::open)) {
            examination.run(number);
        }
    }

    /** Young open incidents on the service itself, on what depends on it and on what it calls. */
    private List<Integer> concerned(String service) {
        Instant oldest = clock.instant().minus(properties.reach());
        Set<String> services = dependents(service, catalog.edges());
        services.addAll(catalog.dependenciesOf(service));
        services.add(service);
        return incidents.openOfServices(services, oldest).stream().map(IncidentView::number).toList();
    }

    /** Directly or not. */
    private static Set<String> dependents(String service, Collection<Edge> edges) {
        Map<String, Set<String>> callers = edges.stream()
                .collect(Collectors.groupingBy(Edge::callee, Collectors.mapping(Edge::caller, Collectors.toSet())));
        Set<String> reached = new HashSet<>();
        Queue<String> next = new ArrayDeque<>(List.of(service));
        while (!next.isEmpty()) {
            callers.getOrDefault(next.remove(), Set.of()).stream().filter(reached::add).forEach(next::add);
        }
        return reached;
    }
}
