package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;

class SuggestionTests extends Desk {

    @Test
    void aSuggestedSeverityIsTakenWithOneClickAndAudited() {
        int number = declare("Kubernetes node not ready", "low", "nodes");
        JsonNode suggested = suggestion(number);
        assertThat(suggested.get("kind").stringValue()).isEqualTo("severity");
        assertThat(suggested.get("value").stringValue()).isEqualTo("critical");
        assertThat(suggested.get("confidence").doubleValue()).isBetween(0.7, 1.0);
        String page = ana.get("/incidents/" + number).body();
        assertThat(page).contains("Severity critical?", "Set to critical", "action=\"/incidents/" + number + "/severity\"");
        assertThat(submit("/incidents/" + number + "/severity", Map.of("severity", "critical", "note", "As suggested at 80 %")).statusCode()).isIn(302, 303);
        assertThat(incident(number).get("severity").stringValue()).isEqualTo("critical");
        assertThat(timeline(number)).contains("severity.changed: Severity low → critical");
        assertThat(get("/api/v1/incidents/" + number + "/suggestions").get("items").size()).isZero();
        assertThat(ana.get("/incidents/" + number).body()).doesNotContain("Set to critical");
        submit("/incidents/" + number + "/resolution", Map.of());
        assertThat(ana.get("/hypotheses/accuracy").body()).contains("1 of 1 suggestions are what your resolved incidents ended with", "Too few to tell a rate.");
    }

    @Test
    void aDismissedOneIsGoneForEverybodyAndOnlyThoseWhoMayDismissIt() {
        int number = declare("Kubernetes node not ready", "low", "nodes");
        suggestion(number);
        String path = "/incidents/" + number + "/suggestions/severity/dismissal";
        var vic = new Browsing(port);
        vic.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(vic.post(path, Browsing.token(vic.get("/incidents/" + number).body()), Map.of()).statusCode()).isEqualTo(403);
        assertThat(submit(path, Map.of()).statusCode()).isEqualTo(303);
        assertThat(submit(path, Map.of()).statusCode()).isEqualTo(303);
        assertThat(vic.get("/incidents/" + number).body()).doesNotContain("Severity critical?");
        assertThat(incident(number).get("severity").stringValue()).isEqualTo("low");
        assertThat(get("/api/v1/audit").toString()).contains("suggestion.dismiss");
        assertThat(submit("/incidents/" + number + "/suggestions/category/dismissal", Map.of()).statusCode()).isEqualTo(404);
        assertThat(submit("/incidents/" + number + "/suggestions/colour/dismissal", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatPeopleDecideAfterwardsMakesItMoot() {
        int number = declare("Kubernetes node not ready", "low", "nodes");
        suggestion(number);
        submit("/incidents/" + number + "/severity", Map.of("severity", "high", "note", "More are affected"));
        assertThat(get("/api/v1/incidents/" + number + "/suggestions").get("items").size()).isZero();
    }

    private JsonNode suggestion(int number) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(end)) {
            JsonNode items = get("/api/v1/incidents/" + number + "/suggestions").get("items");
            if (items.size() == 1) {
                return items.get(0);
            }
        }
        throw new AssertionError("Nothing was suggested of INC-" + number);
    }
}
