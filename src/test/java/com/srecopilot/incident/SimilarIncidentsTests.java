package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SimilarIncidentsTests extends Desk {

    @Test
    void anEarlierIncidentLikeItIsShownWithTheReasons() {
        int pool = declare("Connection pool exhausted on orders-db", "high", "orders-db");
        declare("Certificate of the shop expires", "low", "api-gateway");
        int again = declare("orders-db exhausts its connection pool", "high", "orders-db");
        JsonNode items = get("/api/v1/incidents/" + again + "/similar").get("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(items.get(0).get("number").intValue()).isEqualTo(pool);
        assertThat(items.get(0).get("reasons").toString()).contains("the same service").contains("connection");
        assertThat(ana.get("/incidents/" + again).body()).contains("Similar incidents", "INC-" + pool + " Connection pool exhausted");
    }

    @Test
    void nothingLaterIsKnownToTheFirst() {
        int first = declare("Connection pool exhausted on orders-db", "high", "orders-db");
        declare("Connection pool exhausted on orders-db", "high", "orders-db");
        assertThat(get("/api/v1/incidents/" + first + "/similar").get("items").size()).isZero();
        assertThat(ana.get("/incidents/" + first).body()).contains("Nothing earlier looks like this.");
    }

    @Test
    void theSameAlertAgainMakesThemSimilarWhateverTheirWords() {
        alert("disk", "firing", "cache");
        int first = opened(1);
        submit("/incidents/" + first + "/resolution", java.util.Map.of());
        alert("disk", "resolved", "cache");
        alert("disk", "firing", "cache");
        int second = opened(2);
        JsonNode items = get("/api/v1/incidents/" + second + "/similar").get("items");
        assertThat(items.get(0).get("number").intValue()).isEqualTo(first);
        assertThat(items.get(0).get("reasons").toString()).contains("the same alert");
    }

    private int opened(int count) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(end)) {
            JsonNode all = get("/api/v1/incidents");
            if (all.get("items").size() >= count) {
                return all.get("items").get(0).get("number").intValue();
            }
        }
        throw new AssertionError("No incident " + count);
    }
}
