package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;

class IncidentUndoTests extends Desk {

    @Test
    void oneActOnSeveralSaysWhatWasDoneAndWhatRefusedAndIsTakenBackForAllThatStandAsItLeftThem() {
        int first = declare("Search is slow", "low", "search-service");
        int second = declare("Catalog is slow", "low", "catalog-service");
        int third = declare("Cart is slow", "low", "cart");
        submit("/incidents/" + third + "/resolution", Map.of("note", "Over"));
        String page = submit("/incidents/bulk", Map.of("selected", first + "," + second + "," + third + ",999", "act", "resolve", "back", "/incidents?severity=low"))
                .headers().firstValue("Location").orElseThrow();
        assertThat(page).contains("/incidents?severity=low&done=");
        String told = ana.get(page.substring(page.indexOf("/incidents"))).body();
        assertThat(told).contains("INC-" + first + ", INC-" + second + " resolved.", "INC-" + third + " is resolved already.", "INC-999 is not there.");
        submit("/incidents/" + second + "/severity", Map.of("severity", "high", "note", "More are affected"));
        HttpResponse<String> undone = submit("/incidents/undo/" + page.substring(page.indexOf("done=") + 5), Map.of("back", "/incidents"));
        String after = undone.headers().firstValue("Location").orElseThrow();
        assertThat(ana.get(after.substring(after.indexOf("/incidents"))).body())
                .contains("Undone for INC-" + first + ".", "INC-" + second + " was changed since, so it stays as it is.").doesNotContain("undo-offer");
        assertThat(incident(first).get("state").stringValue()).isEqualTo("detected");
        assertThat(incident(first).get("resolved_at").isNull()).isTrue();
        assertThat(incident(second).get("state").stringValue()).isEqualTo("resolved");
        assertThat(timeline(first)).first().asString().startsWith("state.changed: Undone");
        assertThat(submit("/incidents/undo/" + page.substring(page.indexOf("done=") + 5), Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void aSingleActOffersItsUndoAndRestoresWhatWasThereBefore() {
        int number = declare("Search is slow", "low", "search-service");
        submit("/incidents/" + number + "/tags", Map.of("tag", "search"));
        String page = submit("/incidents/" + number + "/severity", Map.of("severity", "critical", "note", "Everybody is affected")).headers().firstValue("Location").orElseThrow();
        assertThat(ana.get(page.substring(page.indexOf("/incidents"))).body()).contains("INC-" + number + " is now critical.", "undo-offer");
        submit("/incidents/undo/" + page.substring(page.indexOf("done=") + 5), Map.of("back", "https://elsewhere.test/"));
        assertThat(incident(number).get("severity").stringValue()).isEqualTo("low");
        assertThat(incident(number).get("tags").toString()).contains("search");
        assertThat(ana.get("/audit").body()).contains("INC-" + number);
    }

    @Test
    void bulkActsTagRateAssignAndAcknowledgeAndRefuseWhatMakesNoSense() {
        int first = declare("Search is slow", "low", "search-service");
        int second = declare("Catalog is slow", "low", "catalog-service");
        String both = first + "," + second;
        assertThat(submit("/incidents/bulk", Map.of("selected", both, "act", "tag", "tag", " Slow ")).statusCode()).isEqualTo(303);
        assertThat(submit("/incidents/bulk", Map.of("selected", both, "act", "severity", "severity", "medium", "reason", "More are affected")).statusCode()).isEqualTo(303);
        assertThat(submit("/incidents/bulk", Map.of("selected", both, "act", "acknowledge")).statusCode()).isEqualTo(303);
        assertThat(incident(second).get("tags").toString()).contains("slow");
        assertThat(incident(second).get("severity").stringValue()).isEqualTo("medium");
        assertThat(incident(second).get("state").stringValue()).isEqualTo("investigating");
        for (Map<String, String> bad : new Map[] {Map.of("act", "resolve"), Map.of("selected", both, "act", "explode"),
                Map.of("selected", both, "act", "severity", "severity", "awful", "reason", "More are affected"),
                Map.of("selected", both, "act", "severity", "severity", "high"), Map.of("selected", both, "act", "assign")}) {
            assertThat(submit("/incidents/bulk", bad).statusCode()).isBetween(400, 422);
        }
        assertThat(ana.get("/incidents?all=true").body()).contains("name=\"selected\"").contains("checked=\"checked\"");
    }
}
