package com.srecopilot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.srecopilot.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningApp
class IngestKeyTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private IngestKeys keys;
    private Organisation organisation;

    @BeforeEach
    void found() {
        organisation = Organisation.found(installation, people);
    }

    @Test
    void aKeyTellsWhoseItIsBeforeAnyTenantIsBound() {
        String key = organisation.as(() -> keys.create("Alertmanager"));
        IngestKey found = keys.resolve(key).orElseThrow();
        assertThat(found.tenant()).isEqualTo(organisation.tenant());
        assertThat(found.name()).isEqualTo("Alertmanager");
        assertThat(organisation.as(keys::all).get(0).lastUsedAt()).isNotNull();
    }

    @Test
    void aRevokedKeyOpensNothingAtOnce() {
        String key = organisation.as(() -> keys.create("Grafana"));
        IngestKey found = keys.resolve(key).orElseThrow();
        organisation.as(() -> {
            keys.revoke(found.id());
            return null;
        });
        assertThat(keys.resolve(key)).isEmpty();
        assertThat(organisation.as(keys::all)).extracting(IngestKeys.Listed::revokedAt).doesNotContainNull();
    }

    @Test
    void unknownAndMisshapenKeysAreNobodys() {
        assertThat(List.of("", "x", "A".repeat(32), "a".repeat(32), "a".repeat(3000))).allSatisfy(key -> assertThat(keys.resolve(key)).isEmpty());
        assertThat(keys.resolve(null)).isEmpty();
    }

    @Test
    void twoKeysInUseNeverShareAName() {
        organisation.as(() -> keys.create("Grafana"));
        assertThatThrownBy(() -> organisation.as(() -> keys.create("grafana"))).isInstanceOf(Invalid.class);
    }

    @Test
    void thePageShowsANewKeyOnceAndRevokesIt() {
        Browsing admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
        admin.submit("/settings/integrations", "/settings/integrations", Map.of("name", "Prometheus"));
        Matcher shown = Pattern.compile("id=\"new-key\">([a-z0-9]{32})<").matcher(admin.get("/settings/integrations").body());
        assertThat(shown.find()).isTrue();
        HttpResponse<String> again = admin.get("/settings/integrations");
        assertThat(again.body()).doesNotContain(shown.group(1)).contains("Prometheus", "by Ana Ruiz");
        String id = keys.resolve(shown.group(1)).orElseThrow().id().toString();
        assertThat(admin.submit("/settings/integrations", "/settings/integrations/" + id, Map.of("_method", "delete")).statusCode()).isEqualTo(303);
        assertThat(keys.resolve(shown.group(1))).isEmpty();
    }
}
