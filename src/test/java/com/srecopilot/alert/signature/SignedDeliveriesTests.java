package com.srecopilot.alert.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.srecopilot.RunningApp;
import com.srecopilot.alert.Sender;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A source that demands a signature takes nothing without it, by any of its addresses, and says why on its page. */
@RunningApp
class SignedDeliveriesTests {

    private static final String SECRET = "a secret of both sides";
    private static final String ALERT = "{\"title\":\"Checkout fails\",\"severity\":\"critical\",\"dedup_key\":\"c\"}";

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private IngestKeys keys;
    @Autowired
    private SignatureSettings settings;
    @Autowired
    private Clock clock;
    @TempDir
    private Path folder;
    private Organisation organisation;
    private Browsing admin;
    private String key;
    private Sender sender;
    private String page;

    @BeforeEach
    void found() {
        organisation = Organisation.found(installation, people);
        admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
        key = organisation.as(() -> keys.create("grafana"));
        sender = new Sender(port, key);
        page = "/settings/integrations/" + source().id();
    }

    @Test
    void grafanasSignatureIsVerifiedAndItsRefusalShown() {
        demand(Map.of("scheme", "GRAFANA", "header", "X-Grafana-Alerting-Signature", "tolerance", "300", "secret", SECRET));
        assertThat(sender.post("generic", body(), "X-Grafana-Alerting-Signature", sign(ALERT)).statusCode()).isEqualTo(202);
        var wrong = sender.post("generic", body(), "X-Grafana-Alerting-Signature", sign(ALERT + " "));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("X-Receipt")).isPresent();
        assertThat(sender.post("generic", body()).statusCode()).isEqualTo(401);
        assertThat(admin.get(page).body()).contains("The signature in X-Grafana-Alerting-Signature does not fit the body", "is missing")
                .doesNotContain(SECRET, sign(ALERT));
        assertThat(admin.get(page + "/signature").body()).contains("Leave it empty to keep it").doesNotContain(SECRET);
        assertThat(admin.get("/audit").body()).contains("ingest_key.require_signature").doesNotContain(SECRET);
    }

    @Test
    void aSignedTimeMustBeNear() {
        demand(Map.of("scheme", "GRAFANA", "header", "X-Sign", "timestampHeader", "X-Time", "tolerance", "60", "secret", SECRET));
        long now = clock.instant().getEpochSecond();
        assertThat(sender.post("generic", body(), "X-Time", "" + now, "X-Sign", sign(now + ":" + ALERT)).statusCode()).isEqualTo(202);
        assertThat(sender.post("generic", body(), "X-Time", "" + (now - 90), "X-Sign", sign((now - 90) + ":" + ALERT)).body()).contains("more than 60 s");
        assertThat(sender.post("generic", body(), "X-Time", "" + now, "X-Sign", sign(ALERT)).statusCode()).isEqualTo(401);
    }

    @Test
    void noOtherAddressOfTheSourceIsABackDoor() throws Exception {
        demand(Map.of("scheme", "HMAC", "header", "X-Hub-Signature-256", "tolerance", "300", "secret", SECRET));
        String event = "{\"routing_key\":\"" + key + "\",\"event_action\":\"trigger\",\"payload\":{\"summary\":\"s\",\"source\":\"s\",\"severity\":\"info\"}}";
        assertThat(post("/v2/enqueue", event)).isEqualTo(401);
        assertThat(post("/v2/change/enqueue", event)).isEqualTo(401);
        assertThat(post("/v2/alerts", "{\"message\":\"m\"}", "Authorization", "GenieKey " + key)).isEqualTo(401);
        assertThat(post("/v2/alerts/x/close?identifierType=alias", "{}", "Authorization", "GenieKey " + key)).isEqualTo(401);
        assertThat(post("/integrations/generic/20131114/alert/" + key + "/any", "{\"message_type\":\"INFO\"}")).isEqualTo(401);
        assertThat(post("/ingest/" + key + "/api/v2/alerts", "[]")).isEqualTo(401);
        assertThat(post("/v2/enqueue", event, "X-Hub-Signature-256", "sha256=" + sign(event))).isEqualTo(202);
    }

    @Test
    void theSecretIsKeptEncryptedChangedAndDropped() {
        demand(Map.of("scheme", "SENTRY", "header", "Sentry-Hook-Signature", "tolerance", "300", "secret", SECRET));
        UUID id = source().id();
        byte[] stored = organisation.as(() -> settings.find(id)).orElseThrow().secret();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        demand(Map.of("scheme", "SENTRY", "header", "X-Other", "tolerance", "300", "secret", ""));
        assertThat(sender.post("generic", body(), "X-Other", sign(ALERT)).statusCode()).isEqualTo(202);
        admin.submit(page, page + "/signature", Map.of("_method", "delete"));
        assertThat(sender.post("generic", body()).statusCode()).isEqualTo(202);
    }

    @Test
    void badSettingsSayWhatIsWrongAtTheirField() {
        assertThat(tried(Map.of("scheme", "HMAC", "header", "X-Sign", "tolerance", "300", "secret", ""))).contains("takes 8 to 500 characters");
        assertThat(tried(Map.of("scheme", "HMAC", "header", "Authorization", "tolerance", "300", "secret", SECRET))).contains("is the name of a header").doesNotContain(SECRET);
        assertThat(tried(Map.of("scheme", "HMAC", "header", "X-Sign", "tolerance", "5", "secret", SECRET))).contains("is at least 30 s");
        assertThat(tried(Map.of("scheme", "SNS", "tolerance", "300", "topics", "alarms", "fetches", "true"))).contains("are ARNs such as");
        assertThat(tried(Map.of("scheme", "SNS", "tolerance", "300", "topics", SelfMadeSigner.TOPIC))).contains("the certificate that proves");
    }

    @Test
    void amazonsMessagesAreVerifiedAndASubscriptionConfirmed() throws Exception {
        demand(Map.of("scheme", "SNS", "tolerance", "300", "topics", SelfMadeSigner.TOPIC, "fetches", "true"));
        SelfMadeSigner signer = SelfMadeSigner.make(folder);
        List<URI> called = new ArrayList<>();
        Signatures signatures = new Signatures(settings, new Amazon() {
            @Override
            X509Certificate certificate(URI address) {
                called.add(address);
                return signer.certificate();
            }

            @Override
            void confirm(URI address) {
                called.add(address);
            }
        }, clock);
        String now = clock.instant().toString();
        signatures.check(source(), signer.notification("1", now, Map.of()), name -> null);
        signatures.check(source(), signer.confirmation("2", now, Map.of()), name -> null);
        assertThat(called).extracting(URI::getHost).containsExactly("sns.eu-west-1.amazonaws.com", "sns.eu-west-1.amazonaws.com");
        byte[] body = new String(signer.confirmation("2", now, Map.of()), StandardCharsets.UTF_8).replace("m-2", "m-3").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> signatures.check(source(), body, name -> null)).isInstanceOf(WrongSignature.class);
        assertThat(called).hasSize(2);
    }

    private IngestKey source() {
        return keys.resolve(key).orElseThrow();
    }

    private void demand(Map<String, String> form) {
        assertThat(admin.submit(page, page + "/signature", form).statusCode()).isBetween(302, 303);
    }

    private String tried(Map<String, String> form) {
        var answer = admin.submit(page, page + "/signature", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private int post(String path, String body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return HttpClient.newHttpClient().send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString()).statusCode();
    }

    private static byte[] body() {
        return ALERT.getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(String signed) {
        return HexFormat.of().formatHex(Hmac.of(SECRET, signed.getBytes(StandardCharsets.UTF_8)));
    }
}
