package com.srecopilot.hypothesis.way;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.srecopilot.catalog.Edge;

import static org.assertj.core.api.Assertions.assertThat;

class SuspectedWayTests {

    private static final List<Edge> EDGES = List.of(new Edge("gateway", "checkout"), new Edge("checkout", "payment"), new Edge("payment", "orders-db"),
            new Edge("orders-db", "checkout"), new Edge("checkout", "cart"), new Edge("cart", "stock"), new Edge("stock", "orders-db"));

    @Test
    void theShortestWayIsTakenAlsoThroughCircles() {
        assertThat(down("checkout", "orders-db")).containsExactly("checkout", "payment", "orders-db");
        assertThat(SuspectedWay.between("checkout", "gateway", EDGES, Edge::callee, Edge::caller)).containsExactly("checkout", "gateway");
    }

    @Test
    void whereNoCallsLeadThereIsNoWay() {
        assertThat(down("checkout", "nowhere")).isEmpty();
        assertThat(down("checkout", "checkout")).isEmpty();
    }

    private static List<String> down(String from, String to) {
        return SuspectedWay.between(from, to, EDGES, Edge::caller, Edge::callee);
    }
}
