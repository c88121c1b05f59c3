package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.Organisation;
import com.srecopilot.stories.Processes;

class IntakeTests extends Monitored {

    private static final String TEN = "2026-03-05T10:00:00Z";
    private static final String HALF_PAST = "2026-03-05T10:30:00Z";

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aDeliveryIsStoredWhenItsAnswerIsOut() {
        HttpResponse<String> answer = sender.post("alertmanager", Sender.firing("f1", "2026-03-05T10:00:00.123Z"));
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode body = Sender.json(answer);
        assertThat(body.get("status").stringValue()).isEqualTo("accepted");
        assertThat(body.get("alerts").intValue()).isEqualTo(1);
        assertThat(body.get("receipt").stringValue()).isEqualTo(answer.headers().firstValue("X-Receipt").orElseThrow());
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.get("fingerprint").stringValue()).isEqualTo("f1");
            assertThat(alert.get("title").stringValue()).isEqualTo("Title f1");
            assertThat(alert.get("severity").stringValue()).isEqualTo("critical");
            assertThat(alert.get("status").stringValue()).isEqualTo("firing");
            assertThat(alert.get("service").stringValue()).isEqualTo("checkout-service");
            assertThat(alert.get("source").stringValue()).isEqualTo("prometheus");
            assertThat(alert.get("labels").get("region").stringValue()).isEqualTo("eu-west");
            assertThat(Instant.parse(alert.get("starts_at").stringValue())).isEqualTo(Instant.parse("2026-03-05T10:00:00.123Z"));
            assertThat(alert.get("ends_at").isNull()).isTrue();
            assertThat(alert.get("incident")).isNotNull();
        });
        assertThat(api("/api/v1/services/checkout-service").get("learned").booleanValue()).isTrue();
    }

    @Test
    void aRepeatRaisesTheCountAndAResolveCloses() {
        sender.post("alertmanager", Sender.firing("f1", TEN));
        sender.post("alertmanager", Sender.firing("f1", TEN));
        sender.post("alertmanager", Sender.resolved("f1", TEN, HALF_PAST));
        assertThat(shown()).containsExactly("f1 resolved 10:00–10:30 ×2");
    }

    @Test
    void aFiringAfterTheEndIsANewAlertOfTheSameKey() {
        sender.post("alertmanager", Sender.firing("f1", TEN));
        sender.post("alertmanager", Sender.resolved("f1", TEN, HALF_PAST));
        sender.post("alertmanager", Sender.firing("f1", "2026-03-05T11:00:00Z"));
        assertThat(shown()).containsExactlyInAnyOrder("f1 resolved 10:00–10:30 ×1", "f1 firing 11:00 ×1");
        assertThat(alerts()).extracting(alert -> alert.get("dedup_key").stringValue()).containsOnly("f1");
    }

    @Test
    void aLateResolveSplitsWhatLookedLikeOneEpisode() {
        sender.post("alertmanager", Sender.firing("f1", TEN));
        sender.post("alertmanager", Sender.firing("f1", "2026-03-05T11:00:00Z"));
        sender.post("alertmanager", Sender.firing("f1", "2026-03-05T11:00:00Z"));
        sender.post("alertmanager", Sender.resolved("f1", TEN, HALF_PAST));
        assertThat(shown()).containsExactlyInAnyOrder("f1 resolved 10:00–10:30 ×1", "f1 firing 11:00 ×2");
    }

    @Test
    void theOrderInWhichDeliveriesArriveDoesNotMatter() {
        List<String> bodies = List.of(Sender.resolved("KEY", "2026-03-05T11:00:00Z", "2026-03-05T11:10:00Z"), Sender.firing("KEY", TEN),
                Sender.firing("KEY", "2026-03-05T11:00:00Z"), Sender.resolved("KEY", TEN, HALF_PAST));
        for (int first = 0; first < bodies.size(); first++) {
            for (int i = 0; i < bodies.size(); i++) {
                sender.post("alertmanager", bodies.get((first + i) % bodies.size()).replace("KEY", "k" + first));
            }
        }
        assertThat(shown()).hasSize(8).allMatch(alert -> alert.matches("k\\d resolved (10:00–10:30|11:00–11:10) ×1"));
    }

    @Test
    void twoHundredIdenticalDeliveriesAtOnceAreOneAlertSeenTwoHundredTimes() {
        long start = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 200)
                .mapToObj(i -> sender.postSoon("alertmanager", Sender.firing("same", TEN))).toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
        System.out.printf("200 parallel identical deliveries: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(shown()).containsExactly("same firing 10:00 ×200");
    }

    @Test
    void manyKeysInParallelAllArrive() {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            answers.add(sender.postSoon("alertmanager", Sender.firing("k" + i % 40, TEN)));
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(202));
        assertThat(shown()).hasSize(40).allMatch(alert -> alert.endsWith("×3"));
    }

    @Test
    void tenThousandAlertsInOneBodyAreStoredInSeconds() {
        for (int round = 1; round <= 2; round++) {
            String alerts = IntStream.range(0, 10_000).mapToObj(i -> "{\"labels\":{\"alertname\":\"A%d\",\"job\":\"j%d\"},\"startsAt\":\"%s\"}".formatted(i, i % 50, TEN))
                    .collect(Collectors.joining(","));
            String body = "{\"status\":\"firing\",\"alerts\":[" + alerts + "]}";
            assertThat(body.length()).isLessThan(1 << 20);
            long start = System.nanoTime();
            HttpResponse<String> answer = sender.post("alertmanager", body);
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.printf("10 000 alerts in one body, round %d: %d ms%n", round, millis);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(millis).isLessThan(10_000);
        }
        assertThat(api("/api/v1/alerts?limit=1").get("total").intValue()).isEqualTo(10_000);
        Processes.await("words are indexed", () -> !api("/api/v1/alerts?limit=1&q=A9999").get("items").isEmpty());
        assertThat(api("/api/v1/alerts?limit=1&q=A9999").get("items").get(0).get("count").intValue()).isEqualTo(2);
    }

    @Test
    void gzipIsInflated() throws IOException {
        HttpResponse<String> answer = sender.post("alertmanager", gzip(Sender.firing("zipped", TEN).getBytes(StandardCharsets.UTF_8)),
                "Content-Encoding", "gzip", "Content-Type", "application/json");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(shown()).containsExactly("zipped firing 10:00 ×1");
    }

    @Test
    void aBodyThatClaimsToBeAFormIsReadAllTheSame() {
        HttpResponse<String> answer = sender.post("generic", "{\"title\":\"From curl & =%\"}".getBytes(StandardCharsets.UTF_8),
                "Content-Type", "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(alerts()).singleElement().satisfies(alert -> assertThat(alert.get("title").stringValue()).isEqualTo("From curl & =%"));
    }

    @Test
    void prometheusTakesUsForAnAlertmanager() {
        String alert = "[{\"labels\":{\"alertname\":\"Down\",\"job\":\"api\"},\"annotations\":{},\"startsAt\":\"%s\",\"endsAt\":\"%s\"}]";
        assertThat(sender.post("api/v2/alerts", alert.formatted(TEN, Instant.now().plusSeconds(240))).statusCode()).isEqualTo(200);
        assertThat(sender.post("api/v2/alerts", alert.formatted(TEN, Instant.now().plusSeconds(300))).statusCode()).isEqualTo(200);
        assertThat(alerts()).singleElement().satisfies(each -> assertThat(each.get("status").stringValue()).isEqualTo("firing"));
        sender.post("api/v2/alerts", alert.formatted(TEN, HALF_PAST));
        assertThat(alerts()).singleElement().satisfies(each -> {
            assertThat(each.get("status").stringValue()).isEqualTo("resolved");
            assertThat(each.get("count").intValue()).isEqualTo(2);
        });
    }

    @Test
    void whatCannotBeStoredNowIsAskedForAgainAndNotHalfStored() {
        UUID source = organisation.as(() -> keys.all()).get(0).id();
        String lock = EpisodeStore.lockOf(new IngestKey(organisation.tenant(), source, "prometheus"));
        HttpResponse<String> answer = organisation.as(() -> transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(lock).query().listOfRows();
            return sender.post("alertmanager", Sender.firing("f1", TEN));
        }));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("X-Receipt")).isPresent();
        assertThat(alerts()).isEmpty();
        assertThat(sender.post("alertmanager", Sender.firing("f1", TEN)).statusCode()).isEqualTo(202);
        assertThat(shown()).containsExactly("f1 firing 10:00 ×1");
    }

    @Test
    void tenantsWithTheSameSendersNeverMeet() {
        var other = Organisation.found(installation, people);
        sender(other).post("alertmanager", Sender.firing("f1", TEN));
        HttpResponse<String> ours = sender.post("alertmanager", Sender.firing("f1", TEN));
        assertThat(shown()).containsExactly("f1 firing 10:00 ×1");
        var stranger = new Browsing(port);
        stranger.signIn(other.admin(), Organisation.PASSWORD);
        String id = alerts().get(0).get("id").stringValue();
        String receipt = ours.headers().firstValue("X-Receipt").orElseThrow();
        assertThat(Stream.of("/alerts/" + id, "/api/v1/alerts/" + id, "/api/v1/receipts/" + receipt).map(path -> stranger.get(path).statusCode()))
                .containsOnly(404);
    }

    static byte[] gzip(byte[] plain) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        }
        return zipped.toByteArray();
    }

    private List<String> shown() {
        return alerts().stream().map(IntakeTests::show).toList();
    }

    private static String show(JsonNode alert) {
        String end = alert.get("ends_at").isNull() ? "" : "–" + alert.get("ends_at").stringValue().substring(11, 16);
        return alert.get("fingerprint").stringValue() + " " + alert.get("status").stringValue() + " "
                + alert.get("starts_at").stringValue().substring(11, 16) + end + " ×" + alert.get("count").intValue();
    }
}
