package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;

/** Several alerts at once, without a script. */
class BulkTests extends Monitored {

    @Test
    void severalAreAcknowledgedAndThePageSaysWhatWasDoneAndWhatWasRefused() {
        String since = Instant.now().toString();
        sender.post("alertmanager", Sender.firing("f1", since));
        sender.post("alertmanager", Sender.firing("f2", since));
        sender.post("alertmanager", Sender.resolved("f2", since, Instant.now().plusSeconds(1).toString()));
        HttpResponse<String> answer = admin.submit("/alerts", "/alerts/acknowledgements", Map.of("selected", id("f1") + "," + id("f2"), "back", "/alerts?status=firing"));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/alerts?status=firing");
        assertThat(admin.get("/alerts").body()).contains("1 alert acknowledged.", "Left as they are: Title f2 has resolved.");
        assertThat(status("f1")).isEqualTo("acknowledged");
        admin.submit("/alerts", "/alerts/acknowledgements", Map.of("selected", id("f1"), "back", "https://elsewhere.example"));
        assertThat(admin.get("/alerts").body()).contains("Title f1 is acknowledged already");
        admin.submit("/alerts", "/alerts/acknowledgements", Map.of());
        assertThat(admin.get("/alerts").body()).contains("Select alerts first.");
    }

    @Test
    void severalAreSilencedWithAReason() {
        String since = Instant.now().toString();
        sender.post("alertmanager", Sender.firing("f1", since));
        sender.post("alertmanager", Sender.firing("f2", since));
        sender.post("alertmanager", Sender.firing("f3", since));
        admin.submit("/alerts", "/alerts/silences/of-selected", Map.of("selected", id("f1"), "minutes", "30"));
        assertThat(admin.get("/alerts").body()).contains("Nothing is silenced: say why");
        admin.submit("/alerts", "/alerts/silences/of-selected", Map.of("selected", id("f1") + "," + id("f2"), "comment", "We know", "minutes", "30"));
        assertThat(admin.get("/alerts").body()).contains("2 alerts silenced for 30 min.");
        assertThat(status("f1") + status("f2") + status("f3")).isEqualTo("suppressedsuppressedfiring");
    }

    @Test
    void whoMayOnlyReadIsRefused() {
        sender.post("alertmanager", Sender.firing("f1", Instant.now().toString()));
        var viewer = new Browsing(port);
        viewer.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(viewer.submit("/alerts", "/alerts/acknowledgements", Map.of("selected", id("f1"))).statusCode()).isEqualTo(403);
        assertThat(status("f1")).isEqualTo("firing");
    }

    private String id(String name) {
        return alert(name).get("id").stringValue();
    }

    private String status(String name) {
        return alert(name).get("status").stringValue();
    }

    private JsonNode alert(String name) {
        return alerts().stream().filter(alert -> alert.get("title").stringValue().equals("Title " + name)).findFirst().orElseThrow();
    }
}
