package com.srecopilot.hypothesis.way;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.Edge;
import com.srecopilot.hypothesis.Hypotheses;
import com.srecopilot.hypothesis.HypothesisView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.path.Suspected;

/** The shortest way along calls to the likeliest cause that nobody ruled out. */
@Component
class SuspectedWay implements Suspected {

    private static final int LONGEST = 5;

    private final Hypotheses hypotheses;
    private final Incidents incidents;
    private final Catalog catalog;

    SuspectedWay(Hypotheses hypotheses, Incidents incidents, Catalog catalog) {
        this.hypotheses = hypotheses;
        this.incidents = incidents;
        this.catalog = catalog;
    }

    @Override
    public List<String> way(int incident) {
        String from = incidents.get(incident).serviceName();
        String to = hypotheses.of(incident).items().stream().filter(cause -> !cause.rejected()).map(HypothesisView::service).findFirst().orElse("");
        if (from.isEmpty() || to.isEmpty() || to.equals(from)) {
            return List.of();
        }
        List<Edge> edges = catalog.edges();
        List<String> down = between(from, to, edges, Edge::caller, Edge::callee);
        return down.isEmpty() ? between(from, to, edges, Edge::callee, Edge::caller) : down;
    }

    static List<String> between(String from, String to, List<Edge> edges, Function<Edge, String> near, Function<Edge, String> far) {
        Map<String, List<String>> next = new HashMap<>();
        edges.forEach(edge -> next.computeIfAbsent(near.apply(edge), key -> new ArrayList<>()).add(far.apply(edge)));
        Map<String, String> before = new HashMap<>(Map.of(from, from));
        ArrayDeque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty() && !before.containsKey(to)) {
            String at = open.poll();
            next.getOrDefault(at, List.of()).stream().filter(each -> before.putIfAbsent(each, at) == null).forEach(open::add);
        }
        List<String> way = new ArrayList<>();
        for (String at = before.containsKey(to) ? to : from; !at.equals(from); at = before.get(at)) {
            way.add(at);
        }
        way.add(from);
        Collections.reverse(way);
        return way.size() < 2 || way.size() > LONGEST ? List.of() : way;
    }
}
