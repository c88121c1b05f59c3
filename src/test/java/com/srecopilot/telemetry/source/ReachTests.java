package com.srecopilot.telemetry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.srecopilot.identity.Invalid;

class ReachTests {

    private static Reach reach(String... networks) {
        return new Reach(new SourceProperties(List.of(networks)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "fd00::1", "fe80::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "localhost"})
    void whatStandsInsideIsNotCalled(String host) {
        assertThatThrownBy(() -> reach().require(host)).isInstanceOf(Unanswered.class).hasMessageContaining("private network");
    }

    @Test
    void theOperatorMayAllowNetworks() {
        assertThatCode(() -> reach("10.0.0.0/8").require("10.200.1.1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> reach("10.0.0.0/8").require("11.0.0.1.invalid")).hasMessageContaining("can't be found");
        assertThatThrownBy(() -> reach("10.0.0.0/16").require("10.1.0.1")).isInstanceOf(Unanswered.class);
        assertThatCode(() -> reach("fd00::/8").require("fd12::1")).doesNotThrowAnyException();
        assertThatCode(() -> reach().require("8.8.8.8")).doesNotThrowAnyException();
        assertThatThrownBy(() -> reach("inside")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("10.0.0.0/8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prometheus", "ftp://p", "http://", "http://user:pw@p", "http://p?x=1", "http://p#f", "http://a b", "javascript:alert(1)", "file:///etc/passwd"})
    void anAddressIsOneOfHttp(String url) {
        assertThatThrownBy(() -> new PrometheusForm(url, "", false, "up").checked()).isInstanceOf(Invalid.class).hasMessageContaining("address such as");
    }

    @Test
    void anAnswerIsReadOrRefusedWhole() {
        assertThat(PrometheusClient.series("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\"up\",\"job\":\"a\"},\"values\":[[10.5,\"1\"],[25.5,\"+Inf\"],[40.5,\"NaN\"]]}]}}"
                .getBytes(StandardCharsets.UTF_8))).singleElement().satisfies(draft -> {
                    assertThat(draft.service()).isEqualTo("a");
                    assertThat(draft.millis()).containsExactly(10_500, 25_500, 40_500);
                    assertThat(draft.values()[1]).isNaN();
                });
        for (String other : List.of("<html>", "{}", "[]", "7", "", "{\"status\":\"error\"}")) {
            assertThatThrownBy(() -> PrometheusClient.series(other.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Unanswered.class);
        }
    }
}
