package com.srecopilot.catalog.map;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

/** Layouts by the graph they belong to: a map is laid out anew only when its services or their calls have changed. */
@Component
class Layouts {

    private static final int KEPT = 50;

    private final Map<Graph, Layout> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Graph, Layout> eldest) {
            return size() > KEPT;
        }
    };

    /** One at a time: who asks for a graph that is being laid out waits for it rather than doing the work twice. */
    synchronized Layout of(Graph graph) {
        return kept.computeIfAbsent(graph, LayeredLayout::of);
    }
}
