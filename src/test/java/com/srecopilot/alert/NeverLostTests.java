package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.Registry;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.stories.Processes;

/** What came in is there, once, and stands in the right incident. */
class NeverLostTests extends Monitored {

    private static final String TEN = "2026-03-05T10:00:00Z";

    @Autowired
    private Incidents incidents;
    @Autowired
    private IncidentService lives;
    @Autowired
    private Catalog catalog;
    @Autowired
    private Registry registry;

    @Test
    void aThousandTimesTheSameAtOnceIsOneAlertOneIncidentAndAThousand() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 1_000)
                .mapToObj(i -> sender.postSoon("alertmanager", Sender.firing("same", TEN))).toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
        Processes.await("an incident takes it", () -> !alerts().get(0).get("incident").isNull());
        assertThat(alerts()).singleElement().satisfies(alert -> assertThat(alert.get("count").intValue()).isEqualTo(1_000));
        assertThat(open()).singleElement().satisfies(incident -> assertThat(incident.alertsTotal()).isEqualTo(1));
    }

    @Test
    void aResolveThatOvertakesItsFiringLeavesOneResolvedAlertAndNobodyIsCalled() {
        sender.post("alertmanager", Sender.resolved("early", TEN, "2026-03-05T10:30:00Z"));
        sender.post("alertmanager", Sender.firing("early", TEN));
        sender.post("alertmanager", Sender.firing("other", "2026-03-05T10:00:01Z"));
        Processes.await("the other one has an incident", () -> !of("other").get("incident").isNull());
        assertThat(of("early").get("status").stringValue()).isEqualTo("resolved");
        assertThat(of("early").get("incident").isNull()).isTrue();
    }

    @Test
    void aResolvedIncidentTakesNoNewAlert() {
        sender.post("alertmanager", Sender.firing("first", TEN));
        Processes.await("an incident takes it", () -> !of("first").get("incident").isNull());
        organisation.as(() -> {
            lives.resolve(open().get(0).number(), null);
            return null;
        });
        sender.post("alertmanager", Sender.firing("second", "2026-03-05T10:00:20Z"));
        Processes.await("an incident takes the second", () -> !of("second").get("incident").isNull());
        assertThat(of("second").get("incident").stringValue()).isNotEqualTo(of("first").get("incident").stringValue());
        assertThat(open()).singleElement().satisfies(incident -> assertThat(incident.reference()).isEqualTo(of("second").get("incident").stringValue()));
    }

    @Test
    void effectsJoinTheirCauseAlongTheGraphAndSayWhy() {
        organisation.as(() -> {
            catalog.learn(List.of("shop", "orders-db"));
            registry.dependsOn("shop", List.of("orders-db"));
            return null;
        });
        sender.post("generic", generic("Database slow", "orders-db", TEN));
        Processes.await("an incident takes the cause", () -> !alerts().get(0).get("incident").isNull());
        HttpResponse<String> answer = sender.post("generic", generic("Shop slow", "shop", "2026-03-05T10:00:40Z"));
        Processes.await("it takes the effect", () -> open().get(0).alertsTotal() == 2);
        JsonNode effect = receipt(answer).get("alerts").get(0);
        assertThat(effect.get("reason").stringValue()).isEqualTo("joined INC-1: shop depends on orders-db, 40 s later");
        assertThat(effect.get("decisions").valueStream().map(each -> each.get("rule").stringValue())).contains("depends-on-cause");
        assertThat(open()).singleElement().satisfies(incident -> assertThat(incident.serviceName()).isEqualTo("orders-db"));
    }

    private static String generic(String title, String service, String startsAt) {
        return "{\"title\":\"%s\",\"service\":\"%s\",\"severity\":\"high\",\"starts_at\":\"%s\"}".formatted(title, service, startsAt);
    }

    private List<IncidentView> open() {
        return organisation.as(() -> incidents.open());
    }

    private JsonNode of(String fingerprint) {
        return alerts().stream().filter(alert -> alert.get("fingerprint").stringValue().equals(fingerprint)).findFirst().orElseThrow();
    }
}
