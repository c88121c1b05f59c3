package com.srecopilot.catalog.map;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.Edge;
import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.ServiceHealth;
import com.srecopilot.catalog.ServiceHealths;
import com.srecopilot.catalog.ServiceRows;
import com.srecopilot.identity.NotFound;

/** Draws the services of a tenant, or what is near one of them. */
@Service
@Transactional(readOnly = true)
class ServiceMap {

    static final int HOPS = 2;

    private final Catalog catalog;
    private final ServiceRows rows;
    private final ServiceHealths healths;
    private final Layouts layouts;
    private final ObjectProvider<Edge.Watch> watches;

    ServiceMap(Catalog catalog, ServiceRows rows, ServiceHealths healths, Layouts layouts, ObjectProvider<Edge.Watch> watches) {
        this.catalog = catalog;
        this.rows = rows;
        this.healths = healths;
        this.layouts = layouts;
        this.watches = watches;
    }

    /**
     * @param services worst first, as the list shows them
     * @param layout null when the graph is too large to draw
     * @param traffic how calls went lately
     */
    record Drawing(List<MapNode> services, Graph graph, Layout layout, Map<Edge, Edge.Traffic> traffic) {

        /** One for each call, in the order of the layout's lines. */
        public List<Line> lines() {
            return IntStream.range(0, graph.edges().size()).mapToObj(i -> new Line(graph.edges().get(i), layout.lines().get(i), traffic.get(graph.edges().get(i)))).toList();
        }

        public List<Placed> placed() {
            return services.stream().map(node -> new Placed(node, layout.places().get(node.service().name())))
                    .sorted(Comparator.comparingInt((Placed each) -> each.at().x()).thenComparingInt(each -> each.at().y())).toList();
        }
    }

    /** @param traffic null when nobody saw such a call lately */
    record Line(Edge edge, String path, Edge.Traffic traffic) {

        public String words() {
            return edge.caller() + " calls " + edge.callee() + (traffic == null ? "" : ": " + traffic.words() + " (" + traffic.percentiles() + ")");
        }
    }

    record Placed(MapNode node, Layout.Point at) {
    }

    private Map<Edge, Edge.Traffic> traffic() {
        var seen = new HashMap<Edge, Edge.Traffic>();
        watches.forEach(watch -> seen.putAll(watch.lately()));
        return seen;
    }

    /** @param around a service's name, or empty for all. @throws NotFound when nobody knows it */
    Drawing draw(String around) {
        List<Edge> edges = catalog.edges();
        Set<String> names = new TreeSet<>(rows.matching("").stream().map(each -> each.name()).toList());
        Graph all = new Graph(List.copyOf(names), edges);
        Graph graph = around.isEmpty() ? all : all.around(rows.find(around).orElseThrow(() -> new NotFound("Service " + around)).name(), HOPS);
        if (graph.tooLarge()) {
            return new Drawing(List.of(), graph, null, Map.of());
        }
        Map<String, ServiceHealth> now = healths.now();
        List<ServiceDetail> services = rows.named(graph.names());
        return new Drawing(services.stream().map(service -> MapNode.of(service, now))
                .sorted(Comparator.comparingInt(node -> node.health().rank())).toList(), graph, layouts.of(graph), traffic());
    }
}
