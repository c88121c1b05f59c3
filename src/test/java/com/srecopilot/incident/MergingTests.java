package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.srecopilot.stories.Processes;

class MergingTests extends Desk {


    @Test
    void aMergedIncidentGivesAwayItsAlertsAndEvidenceAndWhatIsStillToCome() {
        opened(1, "m1", "merge-a");
        opened(2, "m2", "merge-b");
        upload("/incidents/1/evidence", Map.of(), "x.log", "x".getBytes(StandardCharsets.UTF_8));
        String piece = get("/api/v1/incidents/1/evidence").get("items").get(0).get("id").stringValue();
        assertThat(ana.get("/incidents/1/merger").body()).contains("alert goes");
        assertThat(submit("/incidents/1/merger", Map.of("other", "INC-2", "reason", "Both are the network")).headers().firstValue("Location").orElseThrow()).endsWith("/incidents/2");
        assertThat(incident(1).get("state").stringValue()).isEqualTo("resolved");
        assertThat(incident(1).get("alerts_total").intValue()).isZero();
        assertThat(incident(2).get("alerts_total").intValue()).isEqualTo(2);
        assertThat(timeline(1)).contains("incident.merged: Merged into INC-2");
        assertThat(timeline(2)).contains("incident.merged: INC-1 merged into this: 1 alert, 1 of evidence");
        assertThat(ana.get("/incidents/1").body()).contains("Duplicate of", "Both are the network");
        assertThat(ana.get("/incidents/1/evidence/" + piece).headers().firstValue("Location").orElseThrow()).endsWith("/incidents/2/evidence/" + piece);
        alert("m3", "firing", "merge-a");
        Processes.await("its next alert joined the other", () -> incident(2).get("alerts_total").intValue() == 3);
        alert("m1", "resolved", "merge-a");
        Processes.await("the end of its alert is told to the other", () -> incident(2).get("alerts_firing").intValue() == 2);
    }

    @Test
    void whatIsSplitOffStaysOffWhenItFiresAgain() {
        opened(1, "s1", "split-a");
        alert("s2", "firing", "split-a");
        Processes.await("both are one", () -> incident(1).get("alerts_total").intValue() == 2);
        String taken = get("/api/v1/incidents/1/alerts").get("items").valueStream().filter(alert -> alert.get("dedup_key").stringValue().equals("s2"))
                .findFirst().orElseThrow().get("id").stringValue();
        assertThat(ana.get("/incidents/1/split").body()).contains("value=\"" + taken + "\"");
        HttpResponse<String> split = submit("/incidents/1/split", Map.of("alert", taken, "title", "Only the second", "reason", "Another disk"));
        assertThat(split.headers().firstValue("Location").orElseThrow()).endsWith("/incidents/2");
        assertThat(List.of(incident(1).get("alerts_total").intValue(), incident(2).get("alerts_total").intValue())).containsExactly(1, 1);
        assertThat(timeline(1)).contains("incident.split: 1 alert split off into INC-2");
        assertThat(timeline(2)).contains("incident.split: Split off from INC-1 with 1 alert");
        alert("s2", "resolved", "split-a");
        alert("s2", "firing", "split-a");
        Processes.await("it went where it was put", () -> incident(2).get("alerts_total").intValue() == 2);
        assertThat(incident(1).get("alerts_total").intValue()).isEqualTo(1);
    }

    @Test
    void anAlertKeepsEveryMoveInItsTrace() {
        opened(1, "k1", "keep-a");
        String receipt = alert("k2", "firing", "keep-a").headers().firstValue("X-Receipt").orElseThrow();
        Processes.await("both are one", () -> incident(1).get("alerts_total").intValue() == 2);
        String taken = get("/api/v1/incidents/1/alerts").get("items").valueStream().filter(alert -> alert.get("dedup_key").stringValue().equals("k2"))
                .findFirst().orElseThrow().get("id").stringValue();
        submit("/incidents/1/split", Map.of("alert", taken, "title", "Only the second", "reason", "Another disk"));
        submit("/incidents/2/merger", Map.of("other", "INC-1", "reason", "The same disk"));
        List<JsonNode> joined = get("/api/v1/receipts/" + receipt).get("alerts").get(0).get("decisions").valueStream()
                .filter(decision -> decision.get("step").stringValue().equals("grouped")).toList();
        assertThat(joined.stream().map(decision -> decision.get("outcome").stringValue())).containsExactly("INC-1", "INC-2", "INC-1");
        assertThat(joined.get(1).get("detail").stringValue()).contains("Another disk", ", by Ana");
        assertThat(joined.get(2).get("detail").stringValue()).contains("The same disk", ", by Ana");
        assertThat(ana.get("/alerts/" + taken).body()).contains("Another disk", "The same disk");
    }

    @Test
    void whatMakesNoSenseIsRefusedAtItsField() {
        int one = declare("Search is slow", "low", "search-service");
        int other = declare("Catalog is slow", "low", "catalog-service");
        submit("/incidents/" + other + "/resolution", Map.of("note", "done"));
        HttpResponse<String> resolved = submit("/incidents/" + one + "/merger", Map.of("other", String.valueOf(other), "reason", "kept words"));
        assertThat(resolved.statusCode()).isEqualTo(422);
        assertThat(resolved.body()).contains("is no open incident: INC-" + other, "kept words");
        assertThat(submit("/incidents/" + one + "/merger", Map.of("other", String.valueOf(one), "reason", "x")).body()).contains("is this incident itself");
        assertThat(submit("/incidents/" + one + "/split", Map.of("title", "A title", "reason", "x")).body()).contains("A choice is missing");
        JsonNode problem = json(post("/api/v1/incidents/" + one + "/merger", Map.of("other", "nonsense", "reason", "x")));
        assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo("other");
        assertThat(post("/api/v1/incidents/" + one + "/split", Map.of("alerts", List.of(), "title", "A title", "reason", "x")).statusCode()).isEqualTo(400);
        submit("/incidents/" + one + "/privacy", Map.of());
        int third = declare("Mail is slow", "low", "mail-service");
        assertThat(submit("/incidents/" + third + "/merger", Map.of("other", String.valueOf(one), "reason", "x")).body()).contains("has other readers");
    }

    @Test
    void severalOfTheListAreMergedIntoTheOneThatIsChosen() {
        opened(1, "b1", "bulk-a");
        opened(2, "b2", "bulk-b");
        int third = declare("Mail is slow", "low", "mail-service");
        String selected = "1,2," + third;
        String asked = local(submit("/incidents/bulk", Map.of("selected", selected, "act", "merge", "back", "/incidents?severity=high")));
        assertThat(ana.get(asked).body()).contains("Merge 3 incidents into one", "name=\"selected\" value=\"" + third + "\"", "/incidents?severity=high").doesNotContain("checked");
        HttpResponse<String> unchosen = submit("/incidents/merger", Map.of("selected", selected));
        assertThat(unchosen.statusCode()).isEqualTo(422);
        assertThat(unchosen.body()).contains("Choose one of them", "A reason is needed");
        HttpResponse<String> merged = submit("/incidents/merger", Map.of("selected", selected, "back", "/incidents?severity=high", "other", "2", "reason", "One network"));
        assertThat(ana.get(local(merged)).body()).contains("merged into INC-2.");
        assertThat(List.of(incident(1).get("state").stringValue(), incident(third).get("state").stringValue(), incident(2).get("state").stringValue()))
                .containsExactly("resolved", "resolved", "detected");
        assertThat(incident(2).get("alerts_total").intValue()).isEqualTo(2);
        assertThat(local(submit("/incidents/bulk", Map.of("selected", "2", "act", "merge")))).isEqualTo("/incidents/2/merger");
    }

    private static String local(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private void opened(int number, String key, String service) {
        alert(key, "firing", service);
        Processes.await("incident " + number + " opened", () -> get("/api/v1/incidents").get("total").intValue() == number);
        Processes.await("its alert is counted", () -> incident(number).get("alerts_total").intValue() == 1);
    }
}
