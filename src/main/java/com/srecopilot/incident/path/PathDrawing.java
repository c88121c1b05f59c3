package com.srecopilot.incident.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.srecopilot.alert.AlertCourses.Standing;

/**
 * Three layers: callers, the service, what it calls. Neighbours stand two abreast; the lines run down the gutter between them.
 * Those with alerts come first, so that they are drawn when not all are.
 */
final class PathDrawing {

    static final int WIDTH = 260;
    private static final int MOST = 4;
    private static final int GUTTER = 20;
    private static final int NODE = (WIDTH - GUTTER) / 2;
    private static final int OWN = 180;
    private static final int GAP = 10;
    private static final int LAYER = 30;
    private static final int LETTERS = 17;
    private static final int CENTRE = WIDTH / 2;

    private final String service;
    private final Map<String, Standing> standings;
    private final List<String> way;
    private final int tall;
    private final List<Path.Node> nodes = new ArrayList<>();
    private final List<Path.Line> lines = new ArrayList<>();
    private int y = 1;

    private PathDrawing(String service, Set<String> names, Map<String, Standing> standings, List<String> way) {
        this.way = way;
        this.service = service;
        this.standings = standings;
        this.tall = names.stream().anyMatch(name -> words(name, LETTERS).size() > 1) ? 52 : 38;
    }

    static Path of(String service, Set<String> callers, Set<String> called, Map<String, Standing> standings) {
        return of(service, callers, called, standings, List.of());
    }

    /** @param way the services from the affected one to where the cause is suspected */
    static Path of(String service, Set<String> callers, Set<String> called, Map<String, Standing> standings, List<String> way) {
        Set<String> names = new HashSet<>(callers);
        names.addAll(called);
        PathDrawing drawing = new PathDrawing(service, names, standings, way);
        List<String> above = drawing.weightiest(callers);
        List<String> below = new ArrayList<>(drawing.weightiest(called));
        if (way.size() > 2 && below.remove(way.get(1))) {
            below.add(way.get(1)); // Nothing stands between it and what lies behind it.
        }
        drawing.draw(above, below);
        List<Path.Link> links = Stream.concat(drawing.links(callers, false), drawing.links(called, true)).toList();
        return new Path(service, drawing.nodes, drawing.lines, drawing.y + 1, callers.size() - above.size(), called.size() - below.size(), links);
    }

    private void draw(List<String> above, List<String> below) {
        List<Path.Node> callers = layer(above);
        int ownTop = above.isEmpty() ? y : y + LAYER - GAP;
        Path.Node own = node(service, CENTRE - OWN / 2, ownTop, OWN, true);
        nodes.add(own);
        y = ownTop + own.height();
        callers.forEach(caller -> lines.add(line(caller, "M%d %dH%dV%d".formatted(edge(caller), caller.y() + caller.height() / 2, CENTRE, ownTop - 2), caller.middle() == CENTRE)));
        if (!below.isEmpty()) {
            y += LAYER;
            layer(below).forEach(callee -> lines.add(callee.middle() == CENTRE
                    ? new Path.Line("M%d %dV%d".formatted(CENTRE, ownTop + own.height(), callee.y() - 2), failing(callee.name()), suspected(callee.name()))
                    : new Path.Line("M%d %dV%dH%d".formatted(CENTRE, ownTop + own.height(), callee.y() + callee.height() / 2, inner(callee)), failing(callee.name()), suspected(callee.name()))));
            y -= GAP;
        }
        farther(way.size() > 2 && !callers.isEmpty() && above.contains(way.get(1)) ? List.of() : way.stream().skip(2).toList());
        lines.sort(Comparator.comparing(Path.Line::failing).thenComparing(Path.Line::suspected));
    }

    /** What lies on the way behind a neighbour, one below the other. */
    private void farther(List<String> names) {
        for (String name : names) {
            Path.Node before = nodes.stream().filter(node -> way.get(way.indexOf(name) - 1).equals(node.name())).findFirst().orElse(null);
            if (before == null) {
                return;
            }
            Path.Node node = node(name, CENTRE - OWN / 2, y + LAYER, OWN, false);
            nodes.add(node);
            y = node.y() + node.height();
            lines.add(new Path.Line("M%d %dV%d".formatted(before.middle(), before.y() + before.height(), node.y() - 2), failing(name), true));
        }
    }

    private boolean suspected(String neighbour) {
        return way.size() > 1 && way.get(1).equals(neighbour);
    }

    private Path.Line line(Path.Node caller, String course, boolean straight) {
        return new Path.Line(straight ? "M%d %dV%s".formatted(CENTRE, caller.y() + caller.height(), course.substring(course.lastIndexOf('V') + 1)) : course, failing(caller.name()), suspected(caller.name()));
    }

    /** Where a line leaves a node towards the gutter. */
    private static int edge(Path.Node node) {
        return node.x() < CENTRE ? node.x() + node.width() : node.x();
    }

    /** Where the tip of an arrow stops short of a node. */
    private static int inner(Path.Node node) {
        return node.x() < CENTRE ? edge(node) + 2 : edge(node) - 2;
    }

    private List<Path.Node> layer(List<String> names) {
        List<Path.Node> layer = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean alone = names.size() == 1;
            layer.add(node(names.get(i), alone ? CENTRE - OWN / 2 : i % 2 * (NODE + GUTTER), y, alone ? OWN : NODE, false));
            if (i % 2 == 1 || i == names.size() - 1) {
                y += layer.get(i).height() + GAP;
            }
        }
        nodes.addAll(layer);
        return layer;
    }

    private Path.Node node(String name, int x, int top, int width, boolean affected) {
        Standing standing = standings.getOrDefault(name, Standing.CALM);
        return new Path.Node(name, words(name, width == OWN ? 26 : LETTERS), said(standing), tone(standing), x, top, width, affected || width == OWN ? height(name) : tall, affected,
                way.size() > 1 && way.get(way.size() - 1).equals(name));
    }

    private static int height(String name) {
        return words(name, 26).size() > 1 ? 52 : 38;
    }

    private boolean failing(String neighbour) {
        return troubled(service) && troubled(neighbour);
    }

    private boolean troubled(String name) {
        return !standings.getOrDefault(name, Standing.CALM).equals(Standing.CALM);
    }

    private List<String> weightiest(Set<String> names) {
        return names.stream().sorted(Comparator.<String, Boolean>comparing(name -> !suspected(name)).thenComparing(Comparator.comparingLong(name -> -standings.getOrDefault(name, Standing.CALM).firing()))
                .thenComparing(name -> !troubled(name)).thenComparing(Comparator.naturalOrder())).limit(MOST).toList();
    }

    private Stream<Path.Link> links(Set<String> names, boolean calls) {
        return names.stream().sorted().map(name -> new Path.Link(name, calls, said(standings.getOrDefault(name, Standing.CALM))));
    }

    static String said(Standing standing) {
        if (standing.firing() > 0) {
            return standing.firing() + " firing";
        }
        return standing.joined() == 0 ? "no alerts" : standing.joined() + (standing.joined() == 1 ? " alert, over" : " alerts, over");
    }

    private static String tone(Standing standing) {
        return standing.firing() > 0 ? "firing" : standing.joined() > 0 ? "over" : "calm";
    }

    /** Two lines at most, broken after a hyphen where there is one; what is still too long ends in dots. */
    static List<String> words(String name, int most) {
        if (name.length() <= most) {
            return List.of(name);
        }
        int hyphen = name.lastIndexOf('-', most - 1);
        int cut = hyphen > 0 ? hyphen + 1 : most;
        String rest = name.substring(cut);
        return List.of(name.substring(0, cut), rest.length() <= most ? rest : rest.substring(0, most - 1) + "…");
    }
}
