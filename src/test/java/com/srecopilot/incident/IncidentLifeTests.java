package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.stories.Processes;

class IncidentLifeTests extends Desk {


    @Test
    void isDeclaredByFormInvestigatedResolvedAndReopenedEachWithANote() {
        HttpResponse<String> declared = submit("/incidents", Map.of("title", "Checkout fails", "description", "Orders end in an error.",
                "severity", "high", "service", "checkout-service"));
        assertThat(declared.statusCode()).as(declared.body()).isEqualTo(303);
        assertThat(declared.headers().firstValue("Location").orElseThrow()).endsWith("/incidents/1");
        assertThat(submit("/incidents/1/investigation", Map.of("note", "Looking")).statusCode()).isEqualTo(303);
        assertThat(submit("/incidents/1/resolution", Map.of("note", "Rolled back")).statusCode()).isEqualTo(303);
        assertThat(incident(1).get("state").stringValue()).isEqualTo("resolved");
        assertThat(incident(1).get("mttr_seconds").isNumber()).isTrue();
        assertThat(incident(1).get("mtta_seconds").isNumber()).isTrue();
        assertThat(submit("/incidents/1/resolution", Map.of("_method", "delete", "note", "It is back")).statusCode()).isEqualTo(303);
        assertThat(incident(1).get("state").stringValue()).isEqualTo("investigating");
        assertThat(incident(1).get("resolved_at").isNull()).isTrue();
        assertThat(timeline(1).stream().filter(entry -> !entry.startsWith("hypothesis."))).containsExactly("state.changed: Reopened", "state.changed: Resolved",
                "state.changed: Investigation started", "incident.opened: Incident opened");
        assertThat(ana.get("/incidents/1").body()).contains("Looking", "Rolled back", "It is back", "by Ana Ruiz");
        assertThat(get("/api/v1/incidents/1/timeline?kind=state.changed").get("total").intValue()).isEqualTo(3);
    }

    @Test
    void onlyTakesStepsThatItsStateAllows() {
        int number = declare("Search is slow", "low", "search-service");
        String page = "/incidents/" + number;
        assertThat(submit(page + "/resolution", Map.of("_method", "delete")).statusCode()).isEqualTo(409);
        submit(page + "/resolution", Map.of());
        assertThat(submit(page + "/investigation", Map.of()).statusCode()).isEqualTo(409);
        assertThat(submit(page + "/resolution", Map.of()).statusCode()).isEqualTo(409);
        assertThat(send("PATCH", "/api/v1" + page, Map.of("state", "detected", "version", incident(number).get("version").intValue())).statusCode()).isEqualTo(409);
    }

    @Test
    void takesASeverityAnAssigneeAndTags() {
        int number = declare("Search is slow", "low", "search-service");
        String page = "/incidents/" + number;
        submit(page + "/severity", Map.of("severity", "critical", "note", "Everybody is affected"));
        submit(page + "/assignment", Map.of());
        submit(page + "/tags", Map.of("tag", "Database"));
        assertThat(incident(number).get("severity").stringValue()).isEqualTo("critical");
        assertThat(incident(number).get("assigned_to").isNull()).isFalse();
        assertThat(incident(number).get("tags").get(0).stringValue()).isEqualTo("database");
        assertThat(ana.get(page).body()).contains("Everybody is affected", "Ana Ruiz", "database");
        submit(page + "/assignment", Map.of("_method", "delete"));
        submit(page + "/tags", Map.of("_method", "delete", "tag", "database"));
        assertThat(incident(number).get("assigned_to").isNull()).isTrue();
        assertThat(incident(number).get("tags")).isEmpty();
        assertThat(submit(page + "/severity", Map.of("severity", "terrible")).statusCode()).isBetween(400, 422);
        assertThat(submit(page + "/tags", Map.of("tag", "x".repeat(41))).statusCode()).isBetween(400, 422);
    }

    @Test
    void opensFromAlertsAndOffersItsResolutionWhenAllHaveEnded() {
        alert("a", "firing", "payment-service");
        Processes.await("the incident opened", () -> get("/api/v1/incidents").get("total").intValue() == 1);
        alert("b", "firing", "payment-service");
        Processes.await("the second alert joined", () -> incident(1).get("alerts_total").intValue() == 2);
        assertThat(get("/api/v1/incidents/1/alerts").get("items").valueStream().map(alert -> alert.get("incident").stringValue()))
                .containsExactly("INC-1", "INC-1");
        assertThat(ana.get("/incidents/1").body()).contains("id=\"incident-all-clear\" hidden");
        alert("a", "resolved", "payment-service");
        alert("b", "resolved", "payment-service");
        Processes.await("all alerts have ended", () -> incident(1).get("alerts_firing").intValue() == 0);
        assertThat(incident(1).get("state").stringValue()).isEqualTo("detected");
        assertThat(ana.get("/incidents/1").body()).contains("id=\"incident-all-clear\"").doesNotContain("id=\"incident-all-clear\" hidden");
        assertThat(timeline(1)).anyMatch(entry -> entry.startsWith("alert.fired")).anyMatch(entry -> entry.startsWith("alert.resolved"));
    }

    @Test
    void tellsTheSecondEditorWhoChangedWhatAndKeepsTheirText() {
        int number = declare("Search is slow", "low", "search-service");
        String edit = "/incidents/" + number + "/edit";
        int version = incident(number).get("version").intValue();
        assertThat(submit(edit, text("Search is very slow", version)).statusCode()).isEqualTo(303);
        assertThat(ana.get(edit).body()).contains("Search is very slow");
        HttpResponse<String> second = submit(edit, text("My own words", version));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("My own words", "Search is very slow", "Ana Ruiz");
        assertThat(incident(number).get("title").stringValue()).isEqualTo("Search is very slow");
        assertThat(send("PATCH", "/api/v1/incidents/" + number, Map.of("title", "Mine, again", "version", version)).statusCode()).isEqualTo(409);
    }

    private static Map<String, String> text(String title, int version) {
        return Map.of("title", title, "description", "What is known so far.", "severity", "low", "service", "search-service", "version", String.valueOf(version));
    }

    @Test
    void aViewerReadsAndChangesNothing() {
        int number = declare("Search is slow", "low", "search-service");
        var vic = new Browsing(port);
        vic.signIn(organisation.viewer(), Organisation.PASSWORD);
        String page = vic.get("/incidents/" + number).body();
        assertThat(page).contains("Search is slow");
        String token = Browsing.token(vic.get("/me").body());
        for (String verb : new String[] {"investigation", "resolution", "assignment", "tags", "notes", "severity", "edit"}) {
            assertThat(vic.post("/incidents/" + number + "/" + verb, token, Map.of("tag", "x", "note", "x", "severity", "low")).statusCode()).as(verb).isEqualTo(403);
        }
        assertThat(vic.get("/incidents/new").statusCode()).isEqualTo(403);
    }
}
