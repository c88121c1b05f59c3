package com.srecopilot.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import com.srecopilot.demo.pulse.Disturbance;
import com.srecopilot.demo.pulse.Requests;
import com.srecopilot.demo.pulse.Shop;
import com.srecopilot.demo.pulse.Strain;
import com.srecopilot.demo.pulse.Vitals;
import com.srecopilot.demo.story.Script;
import com.srecopilot.telemetry.LogDraft;
import com.srecopilot.telemetry.MetricDraft;
import com.srecopilot.telemetry.SpanDraft;

class PulseTests {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private final Shop acme = Shop.of(DemoCast.ACME, DemoCast.ACME_KEY, Script.of("acme"));
    private final Disturbance slow = new Disturbance(Map.of("cart-service", new Strain(0.2, 2, 0.8, 1.5, 0, "session # is broken")), NOON, NOON.plusSeconds(10), NOON.plusSeconds(300));

    private static double mean(List<MetricDraft> drafts, String service, String metric) {
        return drafts.stream().filter(each -> each.service().equals(service) && each.metric().equals(metric)).flatMapToDouble(each -> Arrays.stream(each.values())).average().orElseThrow();
    }

    private List<MetricDraft> minute(Instant from, Disturbance... wrong) {
        return Vitals.of(acme, List.of(wrong), LongStream.range(0, 12).map(i -> from.toEpochMilli() + i * 5_000).toArray());
    }

    @Test
    void whatIsWrongWithOneShowsThereAndALittleAtItsCallersWhileItLasts() {
        List<MetricDraft> during = minute(NOON.plusSeconds(60), slow);
        assertThat(mean(during, "cart-service", "http_error_ratio")).isBetween(0.17, 0.24);
        assertThat(mean(during, "api-gateway", "http_error_ratio")).isBetween(0.05, 0.1);
        assertThat(mean(during, "payment-service", "http_latency_p99_seconds")).isLessThan(0.3);
        assertThat(mean(minute(NOON.plusSeconds(400), slow), "cart-service", "http_error_ratio")).isLessThan(0.003);
        assertThat(mean(minute(NOON.minusSeconds(90), slow), "cart-service", "http_error_ratio")).isLessThan(0.003);
    }

    @Test
    void theSameTimeToldInPiecesIsTheSame() {
        long from = NOON.toEpochMilli();
        Requests whole = Requests.between(acme, List.of(), from, from + 600_000);
        List<SpanDraft> pieces = LongStream.range(0, 8).mapToObj(i -> Requests.between(acme, List.of(), from + i * 75_000, from + (i + 1) * 75_000).spans()).flatMap(List::stream).toList();
        assertThat(pieces).hasSizeBetween(500, 1_500).containsExactlyInAnyOrderElementsOf(whole.spans());
        assertThat(minute(NOON)).usingRecursiveComparison().isEqualTo(minute(NOON));
    }

    @Test
    void asManyRequestsAreMeasuredAsTheTracesStandFor() {
        List<SpanDraft> spans = Requests.between(acme, List.of(slow), NOON.plusSeconds(20).toEpochMilli(), NOON.plusSeconds(260).toEpochMilli()).spans();
        for (String service : List.of("api-gateway", "checkout-service", "cart-service")) {
            double traced = spans.stream().filter(span -> span.service().equals(service) && !span.client()).mapToInt(SpanDraft::stands).sum() / 240.0;
            assertThat(mean(minute(NOON.minusSeconds(90)), service, "http_requests_per_second")).as(service).isCloseTo(traced, withinPercentage(15));
        }
    }

    @Test
    void everyServiceIsSeenInTracesAndCallersWaitForWhatTheyCall() {
        Requests requests = Requests.between(acme, List.of(slow), NOON.plusSeconds(60).toEpochMilli(), NOON.plus(Duration.ofMinutes(4)).toEpochMilli());
        Set<String> seen = requests.spans().stream().flatMap(span -> span.peer() == null ? List.of(span.service()).stream() : List.of(span.service(), span.peer()).stream()).collect(Collectors.toSet());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(acme.services().keySet());
        List<SpanDraft> failed = requests.spans().stream().filter(SpanDraft::failed).toList();
        assertThat(failed).isNotEmpty().allSatisfy(span -> assertThat(span.micros()).isGreaterThan(1_500_000))
                .extracting(SpanDraft::service).containsOnly("cart-service", "checkout-service", "api-gateway");
        assertThat(requests.lines()).extracting(LogDraft::severity).contains("error", "info");
        assertThat(requests.lines()).filteredOn(line -> line.severity().equals("error")).allSatisfy(line -> assertThat(line.line()).matches("session \\d+ is broken"));
    }
}
