package com.srecopilot.hypothesis.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import com.srecopilot.hypothesis.engine.Situation.Edge;

/** Who calls whom. An edge given twice is one, a call to oneself is none. */
final class CallGraph {

    private static final int LONG_SEARCH = 500;

    private final Map<String, Map<String, Edge>> calls = new HashMap<>();
    private final Map<String, Map<String, Edge>> callers = new HashMap<>();

    CallGraph(Collection<Edge> edges) {
        for (Edge edge : edges) {
            if (!edge.caller().isEmpty() && !edge.callee().isEmpty() && !edge.caller().equals(edge.callee())) {
                calls.computeIfAbsent(edge.caller(), key -> new HashMap<>()).putIfAbsent(edge.callee(), edge);
                callers.computeIfAbsent(edge.callee(), key -> new HashMap<>()).putIfAbsent(edge.caller(), edge);
            }
        }
    }

    /** The calls that a service makes, by callee. */
    Map<String, Edge> callsOf(String service) {
        return Collections.unmodifiableMap(calls.getOrDefault(service, Map.of()));
    }

    /** The calls that a service takes, by caller. */
    Map<String, Edge> callersOf(String service) {
        return Collections.unmodifiableMap(callers.getOrDefault(service, Map.of()));
    }

    /** What a service depends on, directly or not; of equally short paths the one over hurting services. */
    Map<String, Reach> upstreamOf(String service, Predicate<String> hurting, int farthest) {
        Map<String, Reach> reached = new LinkedHashMap<>();
        List<String> layer = List.of(service);
        for (int distance = 1; distance <= farthest && !layer.isEmpty(); distance++) {
            List<String> next = new ArrayList<>();
            layer.stream().sorted(Comparator.comparing((String name) -> !hurting.test(name)).thenComparing(name -> name))
                    .forEach(caller -> step(service, caller, reached, next));
            layer = next;
        }
        return reached;
    }

    private void step(String start, String caller, Map<String, Reach> reached, List<String> next) {
        int distance = caller.equals(start) ? 1 : reached.get(caller).distance() + 1;
        for (Edge edge : callsOf(caller).values()) {
            if (!edge.callee().equals(start) && reached.putIfAbsent(edge.callee(), new Reach(edge, distance)) == null) {
                next.add(edge.callee());
            }
        }
    }

    /** Whether calls lead from one to the other over services of a kind; false when that takes a very long search. */
    boolean reaches(String from, String to, Predicate<String> over) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty() && seen.size() < LONG_SEARCH) {
            for (String callee : callsOf(next.remove()).keySet()) {
                if (callee.equals(to)) {
                    return true;
                }
                if (over.test(callee) && seen.add(callee)) {
                    next.add(callee);
                }
            }
        }
        return false;
    }

    /** The edges from the start to a reached service, in the direction of the calls. */
    static List<Edge> path(Map<String, Reach> reached, String service) {
        ArrayDeque<Edge> path = new ArrayDeque<>();
        for (Reach reach = reached.get(service); reach != null; reach = reached.get(reach.via().caller())) {
            path.addFirst(reach.via());
        }
        return List.copyOf(path);
    }

    /** @param via the last call on the way */
    record Reach(Edge via, int distance) {
    }
}
