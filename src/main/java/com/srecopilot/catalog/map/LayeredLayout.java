package com.srecopilot.catalog.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Callers left of what they call, as few crossings as can be; what calls each other in a circle is drawn as one. */
final class LayeredLayout {

    private static final double MARGIN = 16;
    private static final double BETWEEN_LAYERS = 72;
    private static final double BETWEEN_NODES = 18;
    private static final double WIDE = 1.7;

    private LayeredLayout() {
    }

    static Layout of(Graph graph) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        root.setProperty(LayeredOptions.ASPECT_RATIO, WIDE);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        Map<String, ElkNode> nodes = new HashMap<>();
        graph.names().forEach(name -> {
            Box box = Box.of(name);
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(box.width(), box.height());
            nodes.put(name, node);
        });
        List<ElkEdge> edges = graph.edges().stream().map(edge -> ElkGraphUtil.createSimpleEdge(nodes.get(edge.caller()), nodes.get(edge.callee()))).toList();
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        return new Layout((int) Math.ceil(root.getWidth()), (int) Math.ceil(root.getHeight()), nodes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Layout.Point((int) entry.getValue().getX(), (int) entry.getValue().getY()))),
                edges.stream().map(edge -> edge.getSections().stream().map(LayeredLayout::path).collect(Collectors.joining())).toList());
    }

    private static String path(ElkEdgeSection section) {
        Stream<String> bends = section.getBendPoints().stream().map(bend -> "L" + at(bend.getX(), bend.getY()));
        return "M" + at(section.getStartX(), section.getStartY()) + bends.collect(Collectors.joining())
                + "L" + at(section.getEndX(), section.getEndY());
    }

    private static String at(double x, double y) {
        return Math.round(x) + " " + Math.round(y);
    }
}
