package com.srecopilot.catalog.map;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
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
    private static final double BETWEEN_LAYERS = 56;
    private static final double BETWEEN_NODES = 18;
    private static final double WIDE = 1.7;

    private static final int PATIENCE = 3;

    static {
        LayoutMetaDataService.getInstance(); // registers what the layout copies
    }

    private LayeredLayout() {
    }

    static Layout of(Graph graph) {
        ElkNode root = root();
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        graph.names().forEach(name -> nodes.put(name, node(root, Box.of(name))));
        List<ElkEdge> edges = graph.edges().stream()
                .map(edge -> ElkGraphUtil.createSimpleEdge(nodes.get(edge.caller()), nodes.get(edge.callee()))).toList();
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        Map<String, Layout.Point> places = new HashMap<>();
        nodes.forEach((name, node) -> places.put(name, new Layout.Point((int) node.getX(), (int) node.getY())));
        return new Layout((int) Math.ceil(root.getWidth()), (int) Math.ceil(root.getHeight()), places,
                edges.stream().map(edge -> edge.getSections().stream().map(LayeredLayout::path).collect(Collectors.joining())).toList());
    }

    private static ElkNode root() {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        root.setProperty(LayeredOptions.THOROUGHNESS, PATIENCE);
        root.setProperty(LayeredOptions.ASPECT_RATIO, WIDE);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        return root;
    }

    private static ElkNode node(ElkNode root, Box box) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(box.width(), box.height());
        return node;
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
