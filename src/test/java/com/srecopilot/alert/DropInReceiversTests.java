package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Senders of PagerDuty, Opsgenie and Splunk On-Call find their own status codes, bodies and dedup semantics. */
class DropInReceiversTests extends Monitored {

    private static final String TRIGGER = """
            {"routing_key":"%s","event_action":"trigger","dedup_key":"k1","payload":{"summary":"Slow","source":"web-1","severity":"error"}}""";
    private final HttpClient http = HttpClient.newHttpClient();
    private String key;

    @BeforeEach
    void ownKey() {
        key = organisation.as(() -> keys.create("drop-in"));
    }

    @Test
    void pagerDutyTriggersAcknowledgesAndResolves() {
        HttpResponse<String> answer = send("POST", "/v2/enqueue", TRIGGER.formatted(key));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("\"status\":\"success\"", "\"message\":\"Event processed\"", "\"dedup_key\":\"k1\"");
        assertThat(send("POST", "/v2/enqueue", TRIGGER.formatted(key)).statusCode()).isEqualTo(202);
        assertThat(only().get("count").intValue()).isEqualTo(2);
        pagerDuty("acknowledge", "k1");
        assertThat(only().get("status").stringValue()).isEqualTo("acknowledged");
        pagerDuty("resolve", "k1");
        assertThat(only().get("status").stringValue()).isEqualTo("resolved");
        pagerDuty("resolve", "nobody-knows-this");
        pagerDuty("acknowledge", "nobody-knows-this");
        assertThat(alerts()).hasSize(1);
        send("POST", "/v2/enqueue", TRIGGER.formatted(key));
        assertThat(alerts()).hasSize(2);
    }

    @Test
    void pagerDutyMintsAKeyAndNamesEveryError() {
        HttpResponse<String> minted = send("POST", "/v2/enqueue", TRIGGER.formatted(key).replace("\"dedup_key\":\"k1\",", ""));
        assertThat(Sender.json(minted).get("dedup_key").stringValue()).hasSize(32);
        HttpResponse<String> wrong = send("POST", "/v2/enqueue", "{\"routing_key\":\"" + key + "\",\"event_action\":\"trigger\",\"payload\":{\"severity\":\"bad\"}}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Sender.json(wrong).get("status").stringValue()).isEqualTo("invalid event");
        assertThat(Sender.json(wrong).get("errors").size()).isEqualTo(3);
        assertThat(receipt(wrong).get("status").stringValue()).isEqualTo("rejected");
        for (String body : new String[] {"[]", "{", "{\"routing_key\":7}", TRIGGER.formatted("k".repeat(32))}) {
            assertThat(send("POST", "/v2/enqueue", body).statusCode()).as(body).isEqualTo(400);
        }
    }

    @Test
    void pagerDutyChangesBecomeChanges() {
        HttpResponse<String> answer = send("POST", "/v2/change/enqueue", """
                {"routing_key":"%s","payload":{"summary":"Build 9","source":"shop"}}""".formatted(key));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(admin.get("/services/shop").body()).contains("Build 9");
    }

    @Test
    void opsgenieCreatesCountsWordsAcknowledgesAndCloses() {
        HttpResponse<String> created = send("POST", "/v2/alerts", "{\"message\":\"Slow\",\"alias\":\"a1\",\"priority\":\"P1\",\"entity\":\"web\"}");
        assertThat(created.statusCode()).isEqualTo(202);
        assertThat(Sender.json(created).get("result").stringValue()).isEqualTo("Request will be processed");
        String request = Sender.json(created).get("requestId").stringValue();
        assertThat(Sender.json(send("GET", "/v2/alerts/requests/" + request, "")).get("data").get("alias").stringValue()).isEqualTo("a1");
        send("POST", "/jsm/ops/integration/v2/alerts", "{\"message\":\"Slow\",\"alias\":\"a1\"}");
        assertThat(only().get("count").intValue()).isEqualTo(2);
        assertThat(send("PUT", "/opsgenie/v2/alerts/a1/message?identifierType=alias", "{\"message\":\"Slower\"}").statusCode()).isEqualTo(202);
        assertThat(send("POST", "/v2/alerts/a1/acknowledge?identifierType=alias", "{}").statusCode()).isEqualTo(202);
        assertThat(only().get("title").stringValue()).isEqualTo("Slower");
        assertThat(only().get("status").stringValue()).isEqualTo("acknowledged");
        assertThat(send("POST", "/v2/alerts/" + only().get("id").stringValue() + "/close", "{}").statusCode()).isEqualTo(202);
        assertThat(only().get("status").stringValue()).isEqualTo("resolved");
        send("POST", "/v2/alerts", "{\"message\":\"Slow\",\"alias\":\"a1\"}");
        assertThat(alerts()).hasSize(2);
    }

    @Test
    void opsgenieIsServedUnderEachOfItsPrefixes() throws Exception {
        for (String base : new String[] {"/v2/alerts", "/opsgenie/v2/alerts", "/api/opsgenie/v2/alerts", "/opsgenie", "/jsm/ops/integration/v2/alerts"}) {
            assertThat(send("POST", base, "{\"message\":\"Slow\",\"alias\":\"a1\"}").statusCode()).as(base).isEqualTo(202);
            assertThat(send("POST", base + "/a1/close?identifierType=alias", "{}").statusCode()).as(base).isEqualTo(202);
        }
        assertThat(alerts()).allSatisfy(alert -> assertThat(alert.get("status").stringValue()).isEqualTo("resolved"));
    }

    @Test
    void opsgenieRefusesInItsOwnWords() {
        HttpResponse<String> refused = send("POST", "/v2/alerts", "{\"alias\":\"a\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(receipt(refused).get("status").stringValue()).isEqualTo("rejected");
        assertThat(send("POST", "/v2/alerts", "{").statusCode()).isEqualTo(400);
        key = "nobodyhasthiskey0000000000000000";
        HttpResponse<String> answer = send("POST", "/v2/alerts", "{\"message\":\"x\"}");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Could not authenticate");
    }

    @Test
    void splunkOnCallFiresAcknowledgesAndRecovers() {
        HttpResponse<String> answer = splunk("CRITICAL", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Sender.json(answer).get("entity_id").stringValue()).isEqualTo("e1");
        splunk("ACKNOWLEDGEMENT", "");
        assertThat(only().get("status").stringValue()).isEqualTo("acknowledged");
        splunk("RECOVERY", "/everyone");
        assertThat(only().get("status").stringValue()).isEqualTo("resolved");
        assertThat(splunk("ODD", "").statusCode()).isEqualTo(400);
    }

    @Test
    void aCloudEventsSenderIsWelcome() {
        assertThat(send("OPTIONS", "/ingest/" + key + "/cloudevents", "").headers().firstValue("Allow")).hasValue("POST");
    }

    private JsonNode only() {
        assertThat(alerts()).hasSize(1);
        return alerts().get(0);
    }

    private void pagerDuty(String action, String dedupKey) {
        assertThat(send("POST", "/v2/enqueue", "{\"routing_key\":\"" + key + "\",\"event_action\":\"" + action + "\",\"dedup_key\":\"" + dedupKey + "\"}").statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> splunk(String type, String routing) {
        return send("POST", "/integrations/generic/20131114/alert/" + key + routing, "{\"message_type\":\"" + type + "\",\"entity_id\":\"e1\",\"state_message\":\"m\"}");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Content-Type", "application/json")
                .header("Authorization", "GenieKey " + key).method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
