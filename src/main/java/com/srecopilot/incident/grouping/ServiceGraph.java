package com.srecopilot.incident.grouping;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.srecopilot.catalog.Edge;

/** Who calls whom, and what runs where: trouble spreads from the called to its callers. */
public final class ServiceGraph {

    private final Map<String, Set<String>> callers = new HashMap<>();
    private final Map<String, Set<String>> callees = new HashMap<>();
    private final Map<String, Map<String, Integer>> effects = new HashMap<>();
    private final Map<String, Map<String, Integer>> causes = new HashMap<>();
    private final int hops;

    /** @param hops how far to look */
    public ServiceGraph(Collection<Edge> edges, int hops) {
        this.hops = hops;
        edges.forEach(edge -> add(edge.caller(), edge.callee()));
    }

    /** Takes in which machines these alerts name beside their place. */
    public void learn(Collection<Signal> signals) {
        signals.forEach(signal -> signal.hosts().forEach(host -> add(signal.place(), host)));
    }

    /** Everything within reach of these places, on either side. */
    Set<String> around(Collection<Signal> signals) {
        var around = new HashSet<String>();
        signals.stream().map(Signal::place).distinct().forEach(place -> {
            around.addAll(effectsOf(place).keySet());
            around.addAll(causesOf(place).keySet());
        });
        return around;
    }

    /** Also for a service and the machine that it runs on. */
    void add(String caller, String callee) {
        if (callers.computeIfAbsent(callee, name -> new TreeSet<>()).add(caller)) {
            callees.computeIfAbsent(caller, name -> new TreeSet<>()).add(callee);
            effects.clear();
            causes.clear();
        }
    }

    public boolean knows(String name) {
        return callers.containsKey(name) || callees.containsKey(name);
    }

    /** Itself at 0, and everything that depends on it, at its number of steps. */
    Map<String, Integer> effectsOf(String name) {
        return effects.computeIfAbsent(name, root -> reached(root, callers));
    }

    /** Itself at 0, and everything that it depends on. */
    Map<String, Integer> causesOf(String name) {
        return causes.computeIfAbsent(name, root -> reached(root, callees));
    }

    private Map<String, Integer> reached(String root, Map<String, Set<String>> steps) {
        var reached = new HashMap<String, Integer>(Map.of(root, 0));
        Deque<String> next = new ArrayDeque<>(Set.of(root));
        while (!next.isEmpty()) {
            String from = next.poll();
            int distance = reached.get(from) + 1;
            if (distance <= hops) {
                steps.getOrDefault(from, Set.of()).stream().filter(to -> reached.putIfAbsent(to, distance) == null).forEach(next::add);
            }
        }
        return reached;
    }
}
