package com.srecopilot.telemetry.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class AilingTests {

    @Test
    void whatTheAlertComplainsOfComesFirstAndThenWhatUsersFeel() {
        assertThat(Ailing.of("Database connection pool exhausted, requests fail")).containsExactly(Ailing.SATURATION, Ailing.ERRORS, Ailing.LATENCY);
        assertThat(Ailing.of("p99 latency 4.1 s, limit 2 s")).containsExactly(Ailing.LATENCY, Ailing.ERRORS);
        assertThat(Ailing.of("18 % of POST /orders answer 503")).startsWith(Ailing.ERRORS);
        assertThat(Ailing.of("Something is odd")).containsExactly(Ailing.ERRORS, Ailing.LATENCY);
    }

    @Test
    void thePlainestMetricOfItsKindShowsIt() {
        List<String> metrics = Ailing.plain(List.of("http_server_errors_by_route_total", "http_error_ratio", "request_duration_seconds_bucket", "go_gc_duration_seconds"));
        assertThat(Ailing.ERRORS.among(metrics, metric -> true)).contains("http_error_ratio");
        assertThat(Ailing.LATENCY.among(metrics, metric -> true)).isEmpty();
    }

    @Test
    void valuesAreSaidInTheirUnit() {
        assertThat(Measure.of("http_error_ratio", "").words(0.26)).isEqualTo("26.0 %");
        assertThat(Measure.of("http_latency_p99_seconds", "s").words(0.24)).isEqualTo("240 ms");
        assertThat(Measure.of("memory_working_set_bytes", "").words(3L << 29)).isEqualTo("1.50 GiB");
        assertThat(Measure.of("db_pool_connections_active", "").words(50)).isEqualTo("50.0");
    }
}
