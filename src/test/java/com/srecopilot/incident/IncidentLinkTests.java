package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class IncidentLinkTests extends Desk {

    @Test
    void relatedIncidentsShowEachOtherAndTellIt() {
        int first = declare("Search is slow", "low", "search-service");
        int second = declare("Catalog is slow", "low", "catalog-service");
        assertThat(link(second, "inc-" + first, "related")).isEqualTo(303);
        assertThat(link(first, String.valueOf(second), "related")).isEqualTo(303);
        assertThat(ana.get("/incidents/" + first).body()).contains("INC-" + second + " Catalog is slow");
        assertThat(ana.get("/incidents/" + second).body()).contains("INC-" + first + " Search is slow");
        assertThat(timeline(first)).filteredOn(entry -> entry.startsWith("incident.linked")).containsExactly("incident.linked: Related to INC-" + second);
        assertThat(incident(first).get("state").stringValue()).isEqualTo("detected");
        submit("/incidents/" + first + "/links/" + second, Map.of("_method", "delete"));
        assertThat(ana.get("/incidents/" + second).body()).doesNotContain("INC-" + first + " Search is slow");
    }

    @Test
    void aDuplicateIsResolvedAndPointsToWhereTheWorkGoesOn() {
        int original = declare("Search is slow", "low", "search-service");
        int copy = declare("Searching takes long", "low", "search-service");
        link(copy, "INC-" + original, "related");
        assertThat(link(copy, "INC-" + original, "duplicate")).isEqualTo(303);
        assertThat(link(copy, "INC-" + original, "duplicate")).isEqualTo(303);
        assertThat(incident(copy).get("state").stringValue()).isEqualTo("resolved");
        assertThat(incident(original).get("state").stringValue()).isEqualTo("detected");
        assertThat(ana.get("/incidents/" + copy).body()).contains("Duplicate of INC-" + original);
        assertThat(timeline(original)).contains("incident.linked: Has the duplicate INC-" + copy);
        assertThat(link(original, "INC-" + copy, "duplicate")).isBetween(400, 422);
        assertThat(incident(original).get("state").stringValue()).isEqualTo("detected");
    }

    @Test
    void refusesWhatIsNoOtherIncident() {
        int number = declare("Search is slow", "low", "search-service");
        for (String other : new String[] {"INC-" + number, "999", "abc", "<script>", "99999999999"}) {
            assertThat(link(number, other, "related")).as(other).isBetween(400, 422);
        }
        assertThat(link(number, "1", "twin")).isBetween(400, 422);
        assertThat(link(999, "1", "related")).isEqualTo(404);
    }

    private int link(int number, String other, String kind) {
        return submit("/incidents/" + number + "/links", Map.of("other", other, "kind", kind)).statusCode();
    }
}
