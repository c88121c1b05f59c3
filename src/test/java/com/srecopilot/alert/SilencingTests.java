package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import com.srecopilot.stories.Processes;

/** What is silent stays visible, says why, and is told when it still fires afterwards. */
class SilencingTests extends Monitored {


    @Autowired
    private StaleAlerts stale;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aSilencedAlertIsListedWithItsReasonAndOpensAnIncidentOnlyAfterwards() {
        silence("/alerts/silences", "service=\"checkout-service\"", Map.of());
        HttpResponse<String> answer = sender.post("alertmanager", Sender.firing("quiet", now()));
        JsonNode alert = alerts().get(0);
        assertThat(alert.get("status").stringValue()).isEqualTo("suppressed");
        assertThat(alert.get("reason").stringValue()).isEqualTo("silenced by Ana Ruiz: We know");
        assertThat(receipt(answer).get("alerts").get(0).get("decisions").valueStream().map(each -> each.get("step").stringValue() + " by " + each.get("rule").stringValue()))
                .contains("opened by first-firing", "suppressed by silence");
        assertThat(admin.get("/alerts/" + alert.get("id").stringValue()).body()).contains("silenced by Ana Ruiz: We know");
        String page = admin.get("/alerts/silences").body();
        String id = page.replaceAll("(?s).*id=\"silence-([0-9a-f-]{36})\".*", "$1");
        assertThat(alerts().get(0).get("incident").isNull()).isTrue();
        admin.submit("/alerts/silences", "/alerts/silences/" + id, Map.of("_method", "delete"));
        Processes.await("an incident takes it", () -> !alerts().get(0).get("incident").isNull());
        assertThat(alerts().get(0).get("status").stringValue()).isEqualTo("firing");
        assertThat(receipt(answer).get("alerts").get(0).get("decisions").valueStream().map(each -> each.get("step").stringValue())).contains("lifted", "grouped");
    }

    @Test
    void aSilenceAlsoTakesWhatFiresAlreadyAndLeavesTheRest() {
        sender.post("alertmanager", Sender.firing("f1", now()));
        sender.post("generic", "{\"title\":\"Other\",\"service\":\"other\"}");
        silence("/alerts/silences", "title=\"Title f1\"", Map.of());
        assertThat(alerts()).extracting(alert -> alert.get("title").stringValue() + " " + alert.get("status").stringValue())
                .containsExactlyInAnyOrder("Title f1 suppressed", "Other firing");
    }

    @Test
    void plannedMaintenanceSuppressesOnlyWithinItsWindow() {
        silence("/settings/maintenance", "service=\"checkout-service\"", Map.of("startsAt", "2026-03-05T10:00", "zone", "Europe/Berlin", "minutes", "30"));
        sender.post("alertmanager", Sender.firing("within", "2026-03-05T09:10:00Z"));
        assertThat(alerts()).as("over since months").singleElement().satisfies(alert -> assertThat(alert.get("status").stringValue()).isEqualTo("firing"));
        silence("/settings/maintenance", "service=\"checkout-service\"", Map.of("startsAt", "2026-01-05T00:00", "minutes", "1440", "days", "1", "zone", "UTC"));
        assertThat(admin.get("/settings/maintenance").body()).contains("Mon at 00:00 UTC, for 1 d", "Mar 5, 10:00 Europe/Berlin, for 30 min");
    }

    @Test
    void whatCannotBeReadIsSaidBesideItsField() {
        HttpResponse<String> answer = admin.submit("/alerts/silences", "/alerts/silences", Map.of("matchers", "nonsense", "comment", "x", "minutes", "5"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("this can&#39;t be read: nonsense");
    }

    @Test
    void anAlertOfWhichNothingIsHeardForDaysIsOverAndSaysSo() {
        sender.post("alertmanager", Sender.firing("old", "2026-01-01T00:00:00Z"));
        stale.expire();
        assertThat(alerts().get(0).get("status").stringValue()).as("an old event time alone is no reason").isEqualTo("firing");
        organisation.as(() -> transaction.execute(status -> jdbc.sql("update alerts set last_seen_at = now() - interval '8 days'").update()));
        stale.expire();
        assertThat(alerts().get(0).get("status").stringValue()).isEqualTo("resolved");
        assertThat(admin.get("/alerts/" + alerts().get(0).get("id").stringValue()).body()).contains("nothing was heard of it for 7 days");
    }

    private void silence(String path, String matchers, Map<String, String> more) {
        var fields = new java.util.HashMap<>(Map.of("matchers", matchers, "comment", "We know", "minutes", "60", "zone", "UTC"));
        fields.putAll(more);
        assertThat(admin.submit(path, path, fields).statusCode()).as(matchers).isIn(302, 303);
    }

    private static String now() {
        return Instant.now().toString();
    }
}
