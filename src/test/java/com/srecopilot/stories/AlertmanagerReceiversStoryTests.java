package com.srecopilot.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;

/** A real Alertmanager, whose receivers only had their address and key changed, fires and resolves by each of its notifiers. */
@RunningApp
class AlertmanagerReceiversStoryTests {

    private static final Path ALERTMANAGER = Path.of("/usr/bin/prometheus-alertmanager");
    private static final String ALERT = """
            [{"labels":{"alertname":"PoolExhausted","severity":"critical","service":"checkout-service"},
              "annotations":{"summary":"Pool exhausted","description":"50 of 50"},"startsAt":"2026-01-05T10:00:00Z","endsAt":"%s"}]""";

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private IngestKeys keys;
    @TempDir
    private Path folder;

    @Test
    void everyNotifierFiresAndResolves() throws Exception {
        assumeTrue(Files.isExecutable(ALERTMANAGER), "no prometheus-alertmanager here");
        Organisation organisation = Organisation.found(installation, people);
        var admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
        Files.writeString(folder.resolve("alertmanager.yml"), configuration(organisation));
        int own = Processes.freePort();
        try (var processes = new Processes(folder)) {
            processes.start("alertmanager", ALERTMANAGER.toString(), "--config.file=" + folder.resolve("alertmanager.yml"),
                    "--storage.path=" + folder.resolve("data"), "--web.listen-address=127.0.0.1:" + own, "--cluster.listen-address=");
            Processes.await("Alertmanager is ready", () -> processes.get("http://127.0.0.1:" + own + "/-/ready").contains("OK"));
            post(own, "2099-01-01T00:00:00Z");
            await("firing", admin);
            assertThat(alerts(admin)).allSatisfy(alert -> {
                assertThat(alert.get("title").stringValue()).containsAnyOf("Pool exhausted", "PoolExhausted");
                assertThat(alert.get("service").stringValue()).as(alert.toString()).isEqualTo("checkout-service");
            });
            post(own, "2026-01-05T11:00:00Z");
            await("resolved", admin);
            assertThat(alerts(admin)).hasSize(4);
        }
    }

    private void await(String status, Browsing admin) throws IOException {
        var wanted = Map.of("pagerduty", status, "opsgenie", status, "victorops", status, "webhook", status);
        try {
            Processes.await("all are " + status, Duration.ofSeconds(40), () -> statuses(admin).equals(wanted));
        } catch (AssertionError e) {
            throw new AssertionError(statuses(admin) + "\n" + Files.readString(folder.resolve("alertmanager.log")), e);
        }
    }

    private String configuration(Organisation organisation) {
        String app = "http://127.0.0.1:" + port;
        return """
                route: {receiver: webhook, group_wait: 0s, group_interval: 1s, repeat_interval: 1h, group_by: [alertname], routes: [
                  {receiver: pagerduty, continue: true}, {receiver: opsgenie, continue: true}, {receiver: victorops, continue: true}, {receiver: webhook}]}
                receivers:
                - name: webhook
                  webhook_configs: [{url: "%1$s/ingest/%2$s/alertmanager"}]
                - name: pagerduty
                  pagerduty_configs: [{routing_key: "%3$s", url: "%1$s/v2/enqueue"}]
                - name: opsgenie
                  opsgenie_configs: [{api_key: "%4$s", api_url: "%1$s/", update_alerts: true}]
                - name: victorops
                  victorops_configs: [{api_key: "%5$s", routing_key: everyone, api_url: "%1$s/integrations/generic/20131114/alert/"}]
                """.formatted(app, key(organisation, "webhook"), key(organisation, "pagerduty"), key(organisation, "opsgenie"), key(organisation, "victorops"));
    }

    private String key(Organisation organisation, String name) {
        return organisation.as(() -> keys.create(name));
    }

    private static Map<String, String> statuses(Browsing admin) {
        var statuses = new TreeMap<String, String>();
        alerts(admin).forEach(alert -> statuses.put(alert.get("source").stringValue(), alert.get("status").stringValue()));
        return statuses;
    }

    private static List<JsonNode> alerts(Browsing admin) {
        return JsonMapper.builder().build().readTree(admin.get("/api/v1/alerts?limit=200").body()).get("items").valueStream().toList();
    }

    private static void post(int alertmanager, String endsAt) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + alertmanager + "/api/v2/alerts")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ALERT.formatted(endsAt))).build();
        assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
}
