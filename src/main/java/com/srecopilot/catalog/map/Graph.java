package com.srecopilot.catalog.map;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.srecopilot.catalog.Edge;

/** Services by name, and who calls whom; what a layout is made of, and its key. */
record Graph(List<String> names, List<Edge> edges) {

    /** Beyond either a layout takes longer than a page may. */
    static final int MOST_SERVICES = 400;
    static final int MOST_EDGES = 1_200;

    boolean tooLarge() {
        return names.size() > MOST_SERVICES || edges.size() > MOST_EDGES;
    }

    /** What is at most so many calls away from a service, in either direction. */
    Graph around(String centre, int hops) {
        Set<String> near = new HashSet<>(Set.of(centre));
        for (int hop = 0; hop < hops; hop++) {
            Set<String> reached = new HashSet<>();
            edges.stream().filter(edge -> near.contains(edge.caller()) || near.contains(edge.callee())).forEach(edge -> {
                reached.add(edge.caller());
                reached.add(edge.callee());
            });
            near.addAll(reached);
        }
        return new Graph(names.stream().filter(near::contains).toList(),
                edges.stream().filter(edge -> near.contains(edge.caller()) && near.contains(edge.callee())).toList());
    }
}
