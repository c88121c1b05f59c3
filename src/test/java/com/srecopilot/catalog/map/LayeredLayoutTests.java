package com.srecopilot.catalog.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.srecopilot.catalog.Edge;

class LayeredLayoutTests {

    @Test
    void callersStandLeftOfWhatTheyCall() {
        Layout layout = LayeredLayout.of(new Graph(List.of("a", "b", "c"), List.of(new Edge("a", "b"), new Edge("b", "c"))));
        assertThat(layout.places().get("a").x()).isLessThan(layout.places().get("b").x());
        assertThat(layout.places().get("b").x()).isLessThan(layout.places().get("c").x());
        assertThat(layout.lines()).hasSize(2).allMatch(line -> line.matches("M\\d+ \\d+(L\\d+ \\d+)+"));
    }

    @Test
    void circlesAndStrangersAreDrawnToo() {
        Layout layout = LayeredLayout.of(new Graph(List.of("a", "b", "c", "alone", "<script>"),
                List.of(new Edge("a", "b"), new Edge("b", "a"), new Edge("b", "c"), new Edge("c", "a"))));
        assertThat(layout.places()).hasSize(5);
        assertThat(layout.lines()).hasSize(4);
        assertThat(new Layouts().of(new Graph(List.of(), List.of())).places()).isEmpty();
    }

    @Test
    void nothingLiesOnAnythingElse() {
        Graph graph = random(60, 120);
        Layout layout = LayeredLayout.of(graph);
        for (String one : graph.names()) {
            for (String other : graph.names()) {
                assertThat(one.equals(other) || apart(layout, one, other)).as(one + " and " + other).isTrue();
            }
        }
    }

    @Test
    void threeHundredServicesAreLaidOutOnceAndThenKnown() {
        var layouts = new Layouts();
        long first = System.nanoTime();
        Layout layout = layouts.of(random(300, 700));
        long second = System.nanoTime();
        assertThat(layouts.of(random(300, 700))).isSameAs(layout);
        long third = System.nanoTime();
        System.out.printf("300 services, 700 calls: %d ms, again %d ms%n", (second - first) / 1_000_000, (third - second) / 1_000_000);
        assertThat(layout.places()).hasSize(300);
        assertThat(layout.lines()).hasSize(700);
    }

    @Test
    void aNameIsDrawnWhole() {
        Box box = Box.of("x".repeat(200));
        assertThat(String.join("", box.lines())).hasSize(200);
        assertThat(box.width()).isLessThan(300);
        assertThat(Box.of("cache").lines()).containsExactly("cache");
        assertThat(Box.of("👩‍🚒".repeat(20)).lines()).allMatch(line -> !Character.isLowSurrogate(line.charAt(0)));
    }

    @Test
    void theNeighbourhoodIsWhatCanBeReachedEitherWay() {
        Graph chain = new Graph(List.of("a", "b", "c", "d", "e"), List.of(new Edge("a", "b"), new Edge("b", "c"), new Edge("c", "d"), new Edge("d", "e")));
        assertThat(chain.around("c", 1).names()).containsExactly("b", "c", "d");
        assertThat(chain.around("a", 2).edges()).hasSize(2);
        assertThat(random(401, 1).tooLarge()).isTrue();
    }

    private static boolean apart(Layout layout, String one, String other) {
        Layout.Point a = layout.places().get(one);
        Layout.Point b = layout.places().get(other);
        Box first = Box.of(one);
        Box second = Box.of(other);
        return a.x() + first.width() <= b.x() || b.x() + second.width() <= a.x() || a.y() + first.height() <= b.y() || b.y() + second.height() <= a.y();
    }

    private static Graph random(int services, int calls) {
        var random = new Random(7);
        List<String> names = IntStream.range(0, services).mapToObj(i -> "service-" + i).toList();
        List<Edge> edges = new ArrayList<>();
        while (edges.size() < calls) {
            var edge = new Edge(names.get(random.nextInt(services)), names.get(random.nextInt(services)));
            if (!edge.caller().equals(edge.callee()) && !edges.contains(edge)) {
                edges.add(edge);
            }
        }
        return new Graph(names, edges);
    }
}
