package com.srecopilot.telemetry.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.stories.Processes;
import com.srecopilot.telemetry.TelemetryDesk;
import com.srecopilot.telemetry.receiver.PrometheusWriter;

class TelemetryPageTests extends TelemetryDesk {

    private static final String PAGE = "/settings/telemetry";
    private static final String SELECTORS = "up\n{job=\"a\"}";
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    private Browsing admin;

    @BeforeEach
    void signIn() {
        admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
    }

    @Test
    void thePageTellsWhatArrivesAndWhyOtherThingsDoNot() {
        assertThat(admin.get(PAGE).body()).contains("Nothing has come yet", "/ingest/api/v1/write", "/ingest/otlp");
        PrometheusWriter.write(port, key, PrometheusWriter.line("up", "job=<i>a</i>", new long[] {now.toEpochMilli(), now.toEpochMilli() + 1_000}, 1, Double.NaN));
        PrometheusWriter.post(port, "/ingest/" + key + "/otlp/v1/logs", new byte[] {1, 2, 3});
        Processes.await("both", () -> admin.get(PAGE).body().contains("OTLP logs") && admin.get(PAGE).body().contains("remote write"));
        assertThat(admin.get(PAGE).body()).contains("1 series of 1 services", "no such message of OpenTelemetry").doesNotContain("<i>a</i>");
    }

    @Test
    void thePrometheusToReadIsSetWithItsTokenEncryptedAndDropped() {
        assertThat(admin.submit(PAGE, PAGE + "/prometheus", Map.of("url", "nonsense", "selectors", SELECTORS)).body()).contains("is an address such as", "nonsense");
        assertThat(admin.submit(PAGE, PAGE + "/prometheus", Map.of("url", "http://p.example", "selectors", "")).statusCode()).isEqualTo(422);
        assertThat(admin.submit(PAGE, PAGE + "/prometheus", Map.of("url", "http://10.1.2.3:9090", "selectors", SELECTORS, "token", "hush", "test", "true")).body()).contains("private network", "Nothing is saved yet");
        assertThat(admin.submit(PAGE, PAGE + "/prometheus", Map.of("url", "http://10.1.2.3:9090", "selectors", SELECTORS, "token", "hush-hush")).statusCode()).isBetween(302, 303);
        assertThat(admin.get(PAGE).body()).contains("http://10.1.2.3:9090", "Set. Leave it empty to keep it").doesNotContain("hush-hush");
        assertThat(new String(token(), StandardCharsets.ISO_8859_1)).doesNotContain("hush");
        byte[] before = token();
        admin.submit(PAGE, PAGE + "/prometheus", Map.of("url", "http://10.1.2.3:9090/sub", "selectors", SELECTORS));
        assertThat(token()).isNotNull().isNotEqualTo(before);
        admin.submit(PAGE, PAGE + "/prometheus", Map.of("url", "http://10.9.9.9:9090", "selectors", SELECTORS));
        assertThat(token()).as("a token goes to no other machine").isNull();
        Processes.await("why it is not read", () -> admin.get(PAGE).body().contains("private network"));
        admin.submit(PAGE, PAGE + "/prometheus", Map.of("_method", "delete"));
        assertThat(admin.get(PAGE).body()).doesNotContain("10.9.9.9");
        assertThat(admin.get("/audit").body()).contains("telemetry_source.drop");
    }

    private byte[] token() {
        return organisation.as(() -> transaction.execute(status -> jdbc.sql("select token from prometheus_sources").query((row, number) -> Optional.ofNullable(row.getBytes(1))).single())).orElse(null);
    }

    @Test
    void whoMaySetNoIntegrationsSeesNothingOfIt() {
        var viewer = new Browsing(port);
        viewer.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(viewer.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(viewer.get("/settings").body()).doesNotContain(PAGE);
    }
}
