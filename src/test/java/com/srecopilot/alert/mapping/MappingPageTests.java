package com.srecopilot.alert.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.srecopilot.RunningApp;
import com.srecopilot.alert.Sender;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A mapping is tried on the last payloads, saved, used by the intake, and taken back; every step leaves its record. */
@RunningApp
class MappingPageTests {

    private static final String BODY = "{\"check\":{\"name\":\"Disk full\",\"id\":7,\"token\":\"hush-hush-hush\"},\"prio\":\"P!\"}";

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private IngestKeys keys;
    private Browsing admin;
    private Sender sender;
    private String page;

    @BeforeEach
    void found() {
        Organisation organisation = Organisation.found(installation, people);
        admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
        String key = organisation.as(() -> keys.create("nagios"));
        sender = new Sender(port, key);
        page = "/settings/integrations/" + keys.resolve(key).orElseThrow().id() + "/mapping";
    }

    @Test
    void aMappingIsTriedSavedUsedAndTakenBack() {
        sender.post("generic", BODY);
        Map<String, String> form = Map.of("title", "check.name", "severity", "prio", "severities", "P! = critical", "key", "nagios/{title}", "version", "0");
        HttpResponse<String> tried = admin.submit(page, page + "/preview", form);
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body()).contains("<b>Disk full</b>", "nagios/Disk full").doesNotContain("hush-hush-hush");
        assertThat(admin.submit(page, page, form).statusCode()).isBetween(302, 303);
        sender.post("generic", BODY);
        assertThat(keysOfAlerts()).contains("nagios/Disk full");
        assertThat(alerts().stream().map(alert -> alert.get("severity").stringValue())).contains("critical");
        HttpResponse<String> stale = admin.submit(page, page, form);
        assertThat(stale.statusCode()).isEqualTo(409);
        admin.submit(page, page + "/restoration", Map.of("version", "0", "seen", "1"));
        sender.post("generic", "{\"title\":\"plain\",\"dedup_key\":\"plain-key\"}");
        assertThat(keysOfAlerts()).contains("plain-key");
        admin.submit(page, page + "/restoration", Map.of("version", "1", "seen", "2"));
        assertThat(admin.get(page).body()).contains("version 3", "value=\"check.name\"", "in use");
        assertThat(admin.get("/audit").body()).contains("ingest_key.map");
    }

    @Test
    void aSecretIsNotBroughtToLightByAPath() {
        sender.post("generic", BODY);
        assertThat(admin.submit(page, page + "/preview", Map.of("title", "check.token")).body()).contains("<b>•••</b>").doesNotContain("hush-hush-hush");
    }

    @Test
    void whatTheMappingCannotReadIsRefusedAndKept() {
        admin.submit(page, page, Map.of("title", "check.name", "version", "0"));
        HttpResponse<String> answer = sender.post("generic", "{\"title\":\"no check here\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("the mapping finds no title");
        assertThat(admin.get(page.replace("/mapping", "")).body()).contains("the mapping finds no title", "no check here");
        assertThat(admin.get(page).body()).contains("Refused: title is missing");
        assertThat(sender.post("alertmanager", Sender.firing("f1", "2026-03-01T00:00:00Z")).statusCode()).isEqualTo(202);
    }

    @Test
    void aWrongPathIsSaidAtItsFieldAndKeepsWhatWasTyped() {
        var form = new HashMap<>(Map.of("title", "a..b", "version", "0", "labels", "region = $.region"));
        HttpResponse<String> answer = admin.submit(page, page, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"title-error\"", "a name is missing", "value=\"a..b\"", "region = $.region");
        form.put("title", "");
        form.put("key", "{host}");
        assertThat(admin.submit(page, page, form).body()).contains("id=\"key-error\"", "knows no {host}");
    }

    private List<JsonNode> alerts() {
        return Sender.json(admin.get("/api/v1/alerts?limit=200")).get("items").valueStream().toList();
    }

    private List<String> keysOfAlerts() {
        return alerts().stream().map(alert -> alert.get("dedup_key").stringValue()).toList();
    }
}
