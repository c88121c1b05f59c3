package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** From the service that alerted along calls to services that hurt too: where does the trail end, and how much does its end explain? */
final class Walk {

    private static final double HURTS = 0.15;

    final Channel ends = new Channel();
    final Channel explains = new Channel();
    private final Graph graph;
    private final Map<String, Double> hurt;
    private final Set<String> seen;

    Walk(Graph graph, Map<String, Double> hurt, Set<String> seen, String alerting) {
        this.seen = seen;
        this.graph = graph;
        this.hurt = hurt;
        if (graph.empty()) {
            return;
        }
        Set<String> trail = alerting.isEmpty() ? Set.of() : follow(alerting, false);
        unobserved(trail);
        double all = hurt.values().stream().mapToDouble(x -> x).sum();
        hurt.forEach((service, mine) -> {
            double below = graph.callees(service).stream().filter(c -> !c.equals(service)).mapToDouble(c -> hurt.getOrDefault(c, 0.0)).max().orElse(0);
            double onTrail = alerting.isEmpty() || trail.contains(service) ? 1 : 0.3;
            ends.point(service, onTrail * mine * (1 - 0.8 * Math.min(1, below / (mine + 0.01))), "it hurts here and in nothing that it calls");
            explains.point(service, Math.sqrt(mine) * explained(service) / (all + 0.1), "the services that hurt all lead here");
        });
    }

    /** Of those without any metric of their own, the ones whose callers all hurt. */
    private void unobserved(Set<String> trail) {
        graph.called().stream().filter(s -> !seen.contains(s) && !hurt.containsKey(s)).forEach(service -> {
            double least = graph.callersOf(service).stream().mapToDouble(this::mine).min().orElse(0);
            ends.point(service, (trail.isEmpty() || trail.contains(service) ? 0.5 : 0.2) * least, "nothing is known of it, and all that call it hurt");
        });
    }

    /** Whether it is a mere leaf beside a service that hurts as well and that its callers and others call: often the same by another name. */
    boolean shadowed(String service) {
        Set<String> callers = graph.callersOf(service);
        return graph.callees(service).isEmpty() && callers.stream().flatMap(c -> graph.callees(c).stream())
                .anyMatch(other -> !other.equals(service) && mine(other) >= 0.5 * mine(service) && mine(other) >= HURTS
                        && graph.callersOf(other).containsAll(callers)
                        && (graph.callersOf(other).size() > callers.size() || !graph.callees(other).isEmpty()));
    }

    private double explained(String service) {
        return mine(service) < HURTS ? 0 : follow(service, true).stream().filter(s -> !s.equals(service)).mapToDouble(this::mine).sum();
    }

    private double mine(String service) {
        return hurt.getOrDefault(service, 0.0);
    }

    /** Whom one reaches through services that hurt; the first counts as one. */
    private Set<String> follow(String from, boolean up) {
        Set<String> seen = new HashSet<>(Set.of(from));
        ArrayDeque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String at = open.poll();
            (up ? graph.callersOf(at) : graph.callees(at)).stream().filter(s -> mine(s) >= HURTS || !up && !hurt.containsKey(s))
                    .filter(seen::add).forEach(open::add);
        }
        return seen;
    }
}
