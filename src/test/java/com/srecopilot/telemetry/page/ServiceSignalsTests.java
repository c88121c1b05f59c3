package com.srecopilot.telemetry.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.stories.Processes;
import com.srecopilot.telemetry.SampleStore;
import com.srecopilot.telemetry.SpanStore;
import com.srecopilot.telemetry.TelemetryDesk;

class ServiceSignalsTests extends TelemetryDesk {

    @Autowired
    private SampleStore samples;
    @Autowired
    private SpanStore spans;
    @Autowired
    private Catalog catalog;

    @Test
    void thePageOfAServiceAndTheMapTellHowItsCallsGoAndWhatItMeasures() {
        organisation.as(() -> catalog.learn(List.of("quiet")));
        long[] millis = IntStream.range(0, 40).mapToLong(i -> now.minusSeconds(600 - i * 15L).toEpochMilli()).toArray();
        organisation.as(() -> samples.write(List.of(draft("payment", "cpu_usage_cores", Map.of(), millis, IntStream.range(0, 40).mapToDouble(i -> 0.5).toArray()),
                draft("payment", "http_\"requests\\_total", Map.of("pod", "a"), millis, IntStream.range(0, 40).mapToDouble(i -> i < 20 ? i * 30 : (i - 20) * 30).toArray()))));
        organisation.as(() -> spans.write(IntStream.range(0, 20).boxed().flatMap(i -> {
            UUID trace = UUID.randomUUID();
            return Stream.of(span(trace, 1, null, "checkout", now.minusSeconds(120), 90, false, true, null), span(trace, 2, 1L, "payment", now.minusSeconds(120), 80, i % 4 == 0, false, null));
        }).toList()));
        var admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
        Processes.await("the catalog learns the service from its calls", () -> admin.get("/services/payment").body().contains("fail, p95"));
        String page = admin.get("/services/payment").body();
        assertThat(page).contains("Signals", "cpu_usage_cores", "http_&quot;requests\\_total", "2.00 /s", "Calls failed", "25.0 %", "25.0 % fail, p95 89 ms");
        assertThat(admin.get("/services/map").body()).contains("checkout calls payment: 1.3 a min, 25.0 % fail", "map-call bad");
        assertThat(admin.get("/services/quiet").body()).doesNotContain("Signals");
    }

    @Test
    void aCurveLeavesOutWhatWasNotMeasured() {
        var curve = Curve.of("x", "s", new double[] {Double.NaN, 0.5, 1, Double.NaN});
        assertThat(curve.stroke().line()).isEqualTo("32.0,14.0 64.0,2.0");
        assertThat(curve.stroke().area()).isEqualTo("32.0,28 32.0,14.0 64.0,2.0 64.0,28");
        assertThat(curve.now()).isEqualTo("1.00 s");
        assertThat(Curve.of("x".repeat(60), "", new double[] {Double.NaN}).stroke().line()).isEmpty();
    }

    @Test
    void theMetricsThatTellMostAreChosen() {
        assertThat(Signals.telling(List.of("a", "b_bucket", "go_threads", "cpu_seconds_total", "http_errors_total", "http_request_duration_seconds_sum", "latency_p99", "memory_bytes")))
                .startsWith("http_errors_total", "latency_p99").contains("memory_bytes", "cpu_seconds_total").doesNotContain("b_bucket", "go_threads");
    }
}
