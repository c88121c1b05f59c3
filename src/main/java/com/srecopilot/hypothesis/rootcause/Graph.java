package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who calls whom; cycles do no harm. */
final class Graph {

    private final Map<String, Set<String>> callees = new HashMap<>();
    private final Map<String, Set<String>> callers = new HashMap<>();

    Graph(Collection<Call> calls) {
        calls.forEach(call -> {
            callees.computeIfAbsent(call.caller(), k -> new LinkedHashSet<>()).add(call.callee());
            callers.computeIfAbsent(call.callee(), k -> new LinkedHashSet<>()).add(call.caller());
        });
    }

    Set<String> callees(String service) {
        return callees.getOrDefault(service, Set.of());
    }

    Set<String> callersOf(String service) {
        return callers.getOrDefault(service, Set.of());
    }

    Set<String> called() {
        return callers.keySet();
    }

    boolean empty() {
        return callees.isEmpty();
    }

    Set<String> reachable(String from) {
        Set<String> seen = new HashSet<>(List.of(from));
        ArrayDeque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            callees(open.poll()).stream().filter(seen::add).forEach(open::add);
        }
        return seen;
    }
}
