package com.srecopilot.alert.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerFormatTests {

    private final AlertmanagerFormat format = new AlertmanagerFormat();

    @Test
    void readsAWebhookOfVersionFour() throws IOException {
        try (InputStream body = getClass().getResourceAsStream("/alerts/alertmanager.json")) {
            List<IncomingAlert> alerts = format.read(new Payload(body.readAllBytes(), SharedPayloads.NOW));
            assertThat(alerts).hasSize(2);
            assertThat(alerts.get(0)).isEqualTo(new IncomingAlert("bef909ac7332c1e8", "bef909ac7332c1e8", "CPU usage is over 90%",
                    "CPU usage is over 90%", "critical", false, "checkout-service", alerts.get(0).labels(),
                    Instant.parse("2026-03-05T10:00:00.123Z"), null, "http://prometheus.example:9090/graph", List.of()));
            assertThat(alerts.get(0).labels()).containsEntry("alertname", "HighCPUUsage").hasSize(4);
            assertThat(alerts.get(1)).extracting(IncomingAlert::resolved, IncomingAlert::endsAt).containsExactly(true, Instant.parse("2026-03-05T10:20:00Z"));
        }
    }

    @ParameterizedTest
    @CsvSource({"critical,critical", "Page,critical", "P1,critical", "sev-0,critical", "error,high", "major,high", "P2 - High,high", "warning,medium",
            "average,medium", "info,low", "none,low", "debug,low", "purple,low"})
    void severitiesAreTranslated(String theirs, String ours) {
        assertThat(read("\"labels\":{\"alertname\":\"x\",\"severity\":\"" + theirs + "\"}").severity()).isEqualTo(ours);
    }

    @Test
    void anUnknownSeverityIsNoted() {
        assertThat(read("\"labels\":{\"alertname\":\"x\",\"severity\":\"purple\"}").notes()).extracting(IncomingAlert.Note::rule)
                .containsExactly("severity-unknown");
    }

    @Test
    void withoutAFingerprintTheLabelSetIsTheKeyWhateverItsOrder() {
        String one = read("\"labels\":{\"b\":\"2\",\"alertname\":\"x\"}").dedupKey();
        assertThat(one).isEqualTo("{alertname=\"x\", b=\"2\"}").isEqualTo(read("\"labels\":{\"alertname\":\"x\",\"b\":\"2\"}").dedupKey());
    }

    @Test
    void yearOneIsUnknownAndYear9999IsRefusedAsATime() {
        assertThat(read("\"labels\":{\"alertname\":\"x\"},\"startsAt\":\"0001-01-01T00:00:00Z\"")).satisfies(alert -> {
            assertThat(alert.startsAt()).isNull();
            assertThat(alert.notes()).extracting(IncomingAlert.Note::rule).contains("start-unknown");
        });
        assertThat(read("\"labels\":{\"alertname\":\"x\"},\"startsAt\":\"9999-12-31T23:59:59Z\"")).satisfies(alert -> {
            assertThat(alert.startsAt()).isNull();
            assertThat(alert.notes()).extracting(IncomingAlert.Note::rule).contains("start-in-future");
        });
    }

    @Test
    void controlCharactersGoAndLongTextsAreCutWithAMark() {
        IncomingAlert alert = read("\"labels\":{\"alertname\":\"a\\u0000b\\ud800c\",\"x\":\"" + "y".repeat(3000) + "\"}");
        assertThat(alert.title()).isEqualTo("abc");
        assertThat(alert.labels().get("x")).hasSize(1000).endsWith("…");
        assertThat(alert.notes()).extracting(IncomingAlert.Note::rule).contains("characters-stripped", "text-truncated");
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        assertThat(read("\"labels\":{\"alertname\":\"x\"},\"generatorURL\":\"javascript:alert(1)\"").url()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[]| |The body must be an object",
        "{\"alerts\":{}}|alerts|alerts must be an array",
        "{}|alerts|alerts must be an array",
        "{\"alerts\":[7]}|alerts[0]|alerts[0] must be an object",
        "{\"status\":\"firing\",\"alerts\":[{\"labels\":[]}]}|alerts[0].labels|alerts[0].labels must be an object",
        "{\"status\":\"firing\",\"alerts\":[{\"labels\":{\"a\":1}}]}|alerts[0].labels.a|alerts[0].labels.a must be text",
        "{\"alerts\":[{\"status\":\"odd\",\"labels\":{}}]}|alerts[0].status|alerts[0].status must be \"firing\" or \"resolved\"",
        "{\"alerts\":[{\"status\":\"firing\",\"labels\":{},\"startsAt\":\"soon\"}]}|alerts[0].startsAt|alerts[0].startsAt must be a time such as 2026-01-31T12:00:00Z, not \"soon\"",
        "{\"alerts\":[{\"status\":\"firing\",\"labels\":{},\"startsAt\":5}]}|alerts[0].startsAt|alerts[0].startsAt must be text"})
    void whatIsWrongIsNamed(String body, String field, String reason) {
        assertThatThrownBy(() -> format.read(SharedPayloads.payload(body))).isInstanceOf(Unreadable.class).hasMessage(reason)
                .extracting("field").isEqualTo(field == null ? "" : field);
    }

    @Test
    void malformedJsonIsToldWithItsPlace() {
        assertThatThrownBy(() -> format.read(SharedPayloads.payload("{\n  \"alerts\": [}"))).isInstanceOf(Unreadable.class)
                .hasMessageContaining("line 2, column");
        assertThatThrownBy(() -> format.read(SharedPayloads.payload(""))).isInstanceOf(Unreadable.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> format.read(SharedPayloads.payload("[".repeat(5000)))).isInstanceOf(Unreadable.class);
    }

    @Test
    void asAnAlertmanagerAnEndAheadStillFires() {
        String alert = "{\"labels\":{\"alertname\":\"x\"},\"startsAt\":\"2026-03-05T11:00:00Z\",\"endsAt\":\"%s\"}";
        var api = new AlertmanagerApiFormat();
        assertThat(api.read(SharedPayloads.payload("[" + alert.formatted("2026-03-05T12:04:00Z") + "]")).get(0).resolved()).isFalse();
        assertThat(api.read(SharedPayloads.payload("[" + alert.formatted("2026-03-05T11:59:00Z") + "]")).get(0))
                .extracting(IncomingAlert::resolved, IncomingAlert::endsAt).containsExactly(true, Instant.parse("2026-03-05T11:59:00Z"));
    }

    private IncomingAlert read(String fields) {
        return format.read(SharedPayloads.payload("{\"status\":\"firing\",\"alerts\":[{\"status\":\"firing\"," + fields + "}]}")).get(0);
    }
}
