package com.srecopilot.incident.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.srecopilot.alert.AlertCourses.Standing;

class PathDrawingTests {

    @Test
    void drawsCallersAboveAndCalledBelowAndMarksTheFailingPath() {
        Path path = PathDrawing.of("checkout", Set.of("gateway"), Set.of("orders-db", "payment"),
                Map.of("checkout", new Standing(2, 2), "orders-db", new Standing(0, 1)));
        assertThat(path.nodes()).extracting(Path.Node::name).containsExactly("gateway", "checkout", "orders-db", "payment");
        assertThat(path.nodes()).extracting(Path.Node::y).isSorted();
        assertThat(path.nodes()).extracting(Path.Node::standing).containsExactly("no alerts", "2 firing", "1 firing", "no alerts");
        assertThat(path.lines()).extracting(Path.Line::failing).containsExactly(false, false, true);
    }

    @Test
    void theWayToTheSuspectedCauseIsDrawnAlsoBehindTheNeighbours() {
        Path path = PathDrawing.of("checkout", Set.of("gateway"), Set.of("cart", "payment"), Map.of("cart", new Standing(1, 1)), List.of("checkout", "payment", "ledger", "orders-db"));
        assertThat(path.nodes()).extracting(Path.Node::name).containsExactly("gateway", "checkout", "cart", "payment", "ledger", "orders-db");
        assertThat(path.nodes().get(5).said()).isEqualTo("suspected, no alerts");
        assertThat(path.lines()).filteredOn(Path.Line::suspected).hasSize(3);
        assertThat(path.nodes()).allSatisfy(node -> assertThat(node.y() + node.height()).isLessThanOrEqualTo(path.height()));
    }

    @Test
    void ofAHundredNeighboursThoseWithAlertsAreDrawnAndAllAreListed() {
        Set<String> many = IntStream.range(0, 100).mapToObj(i -> "service-" + i).collect(Collectors.toCollection(TreeSet::new));
        Path path = PathDrawing.of("hub", many, Set.of(), Map.of("service-77", new Standing(3, 0), "service-88", new Standing(0, 9)));
        assertThat(path.nodes()).extracting(Path.Node::name).startsWith("service-88", "service-77").hasSize(5);
        assertThat(path.callersMore()).isEqualTo(96);
        assertThat(path.links()).hasSize(100);
        assertThat(path.nodes()).allSatisfy(node -> assertThat(node.x() + node.width()).isLessThanOrEqualTo(PathDrawing.WIDTH));
    }

    @Test
    void aLongNameTakesTwoLines() {
        assertThat(PathDrawing.words("payment-callback-service", 17)).containsExactly("payment-callback-", "service");
        assertThat(PathDrawing.words("x".repeat(200), 17)).containsExactly("x".repeat(17), "x".repeat(16) + "…");
        assertThat(PathDrawing.words("cart", 17)).containsExactly("cart");
    }

    @Test
    void aServiceWithoutNeighboursStandsAlone() {
        Path path = PathDrawing.of("cart", Set.of(), Set.of(), Map.of());
        assertThat(path.nodes()).hasSize(1);
        assertThat(path.lines()).isEmpty();
    }
}
