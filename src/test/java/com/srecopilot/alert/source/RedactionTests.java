package com.srecopilot.alert.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"password\":\"hunter2-x\"}", "{\"db_Password_old\" : \"hunter2-x\"}", "{\"routing_key\":\"hunter2-x\"}", "{\"x\":{\"api_key\":\"a\\\"hunter2-x\"}}",
        "{\"Message\":\"{\\\"password\\\":\\\"hunter2-x\\\",\\\"a\\\":1}\"}", "{\"a\":\"{\\\\\\\"token\\\\\\\":\\\\\\\"hunter2-x\\\\\\\"}\"}",
        "{\"SubscribeURL\":\"https://sns.example/?Action=Confirm&Token=hunter2-x&b=1\"}", "{\"url\":\"https://me:hunter2-x@example.org/\"}",
        "{\"header\":\"Bearer hunter2-x\"}", "{\"secret\":\"hunter2-x"})
    void takesSecretsOut(String payload) {
        assertThat(Redaction.of(payload)).doesNotContain("hunter2").contains("•••");
    }

    @Test
    void leavesTheRestAlone() {
        String payload = "{\"title\":\"Key rate drops\",\"url\":\"https://example.org/d/1?from=now-1h&to=now\",\"labels\":{\"monkey\":\"see\"}}";
        assertThat(Redaction.of(payload)).isEqualTo(payload);
    }

    @Test
    void showsTheFirstFourThousandCharacters() {
        assertThat(Redaction.of("x".repeat(5_000))).hasSize(4_001).endsWith("…");
    }
}
