package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;

class StatusUpdateTests extends Desk {

    @Test
    void readersSeeTheNewestUpdateAndWhenTheNextIsDue() {
        int number = declare("Search is slow", "low", "search-service");
        String path = "/incidents/" + number + "/status-updates";
        assertThat(submit(path, Map.of("state", "identified", "text", "An index is missing.", "next", "30")).statusCode()).isEqualTo(303);
        assertThat(post("/api/v1" + path, Map.of("state", "monitoring", "text", "The <index> is back.")).statusCode()).isEqualTo(201);
        var vic = new Browsing(port);
        vic.signIn(organisation.viewer(), Organisation.PASSWORD);
        String page = vic.get("/incidents/" + number).body();
        assertThat(page).contains("The &lt;index&gt; is back.", "Monitoring", "All 2 updates");
        JsonNode items = json(vic.get("/api/v1" + path)).get("items");
        assertThat(items.get(0).get("state").stringValue()).isEqualTo("monitoring");
        assertThat(items.get(0).get("next_update_at").isNull()).isTrue();
        assertThat(items.get(1).get("next_update_at").stringValue()).endsWith("Z");
        assertThat(vic.get(path).body()).contains("An index is missing.", "next update by");
        assertThat(timeline(number)).contains("status.updated: Status update: monitoring", "status.updated: Status update: identified");
        assertThat(vic.get("/incidents/" + number + "/export.md").body()).contains("## Status updates", "identified: An index is missing");
        assertThat(incident(number).get("state").stringValue()).isEqualTo("detected");
    }

    @Test
    void whatCannotBeSaidIsRefusedAndKept() {
        int number = declare("Search is slow", "low", "search-service");
        String path = "/incidents/" + number + "/status-updates";
        HttpResponse<String> refused = submit(path, Map.of("state", "identified", "text", "w".repeat(1001), "next", "30"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Text has 1 to 1000 characters; this has 1001.", "w".repeat(1001));
        assertThat(post("/api/v1" + path, Map.of("state", "solved", "text", "x")).body()).contains("investigating, identified, monitoring, resolved");
        assertThat(post("/api/v1" + path, Map.of("state", "resolved", "text", "x", "next_update_at", "2020-01-01T00:00:00Z")).statusCode()).isEqualTo(400);
        assertThat(post("/api/v1" + path, Map.of()).statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/incidents/999/status-updates", Map.of("state", "resolved", "text", "x")).statusCode()).isEqualTo(404);
        var vic = new Browsing(port);
        vic.signIn(organisation.viewer(), Organisation.PASSWORD);
        String token = Browsing.token(vic.get("/incidents/" + number).body());
        assertThat(vic.post(path, token, Map.of("state", "identified", "text", "x")).statusCode()).isEqualTo(403);
    }
}
