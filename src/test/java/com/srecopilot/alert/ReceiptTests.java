package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.stories.Processes;

class ReceiptTests extends Monitored {

    private static final String TEN = "2026-03-05T10:00:00Z";

    @Test
    void tellsEachStepWithItsRule() {
        HttpResponse<String> first = sender.post("alertmanager", Sender.firing("f1", TEN));
        HttpResponse<String> second = sender.post("alertmanager", Sender.firing("f1", TEN));
        HttpResponse<String> third = sender.post("alertmanager", Sender.resolved("f1", TEN, "2026-03-05T10:30:00Z"));
        assertThat(steps(first)).startsWith("received by ingest-key: accepted", "parsed by alertmanager: read", "opened by first-firing: opened");
        assertThat(steps(second)).contains("deduplicated by repeat-of-known-start: repeated");
        assertThat(steps(third)).contains("resolved by resolve: resolved");
        JsonNode receipt = receipt(first);
        assertThat(receipt.get("status").stringValue()).isEqualTo("accepted");
        assertThat(receipt.get("source").stringValue()).isEqualTo("prometheus");
        assertThat(receipt.get("format").stringValue()).isEqualTo("alertmanager");
        JsonNode alert = receipt.get("alerts").get(0);
        assertThat(List.of("id", "fingerprint", "dedup_key", "title", "description", "severity", "status", "service", "source", "labels",
                "starts_at", "ends_at", "count", "incident", "reason", "decisions")).allMatch(alert::has);
        assertThat(alert.get("decisions").get(0).get("at").stringValue()).isEqualTo(receipt.get("received_at").stringValue());
    }

    @Test
    void alsoTellsOfWhatWasDropped() {
        HttpResponse<String> answer = sender.post("generic", "{\"title\":\"Nothing\",\"status\":\"resolved\",\"severity\":\"high\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode dropped = receipt(answer).get("alerts").get(0);
        assertThat(dropped.get("id").isNull()).isTrue();
        assertThat(dropped.get("title").stringValue()).isEqualTo("Nothing");
        assertThat(steps(answer)).endsWith("dropped by resolve-without-episode: dropped");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void namesTheIncidentThatTookTheAlertAndWhy() {
        HttpResponse<String> answer = sender.post("alertmanager", Sender.firing("f1", TEN));
        Processes.await("an incident took the alert", () -> steps(answer).anyMatch("grouped by first-of-its-cause: INC-1"::equals));
        assertThat(receipt(answer).get("alerts").get(0).get("reason").stringValue()).contains("opened INC-1");
        String id = receipt(answer).get("alerts").get(0).get("id").stringValue();
        assertThat(admin.get("/alerts/" + id).body()).contains("INC-1", "first-firing", "/incidents/1");
    }

    @Test
    void isForThoseWhoMayReadAlerts() {
        String id = sender.post("alertmanager", Sender.firing("f1", TEN)).headers().firstValue("X-Receipt").orElseThrow();
        var nobody = new Browsing(port);
        assertThat(nobody.get("/api/v1/receipts/" + id).statusCode()).isEqualTo(401);
        nobody.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(nobody.get("/api/v1/receipts/" + id).statusCode()).isEqualTo(200);
        assertThat(admin.get("/api/v1/receipts/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private Stream<String> steps(HttpResponse<String> answer) {
        return receipt(answer).get("alerts").get(0).get("decisions").valueStream().map(each -> each.get("step").stringValue() + " by "
                + each.get("rule").stringValue() + ": " + each.get("outcome").stringValue());
    }
}
