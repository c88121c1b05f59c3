package com.srecopilot.telemetry.receiver;

import static com.srecopilot.telemetry.receiver.PrometheusWriter.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.stories.Processes;
import com.srecopilot.telemetry.EdgeTraffic;
import com.srecopilot.telemetry.MetricSeries;
import com.srecopilot.telemetry.ServiceLogs;
import com.srecopilot.telemetry.TelemetryDesk;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

class OtlpTests extends TelemetryDesk {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final long nanos = now.toEpochMilli() * 1_000_000;

    private HttpResponse<String> json(String signal, String body) {
        return post(port, "/ingest/" + key + "/otlp/v1/" + signal, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    private HttpResponse<String> protobuf(String signal, byte[] body) {
        return post(port, "/ingest/" + key + "/otlp/v1/" + signal, body, "Content-Type", "application/x-protobuf");
    }

    private static Resource resource(String service) {
        return Resource.newBuilder().addAttributes(KeyValue.newBuilder().setKey("service.name").setValue(AnyValue.newBuilder().setStringValue(service))).build();
    }

    private List<MetricSeries> kept(String service) {
        return organisation.as(() -> telemetry.series(List.of(service), now.minusSeconds(3_600), now.plusSeconds(3_600)));
    }

    @Test
    void gaugesSumsAndHistogramsBecomeSeries() {
        var request = ExportMetricsServiceRequest.newBuilder();
        var scope = request.addResourceMetricsBuilder().setResource(resource("cart")).addScopeMetricsBuilder();
        scope.addMetrics(Metric.newBuilder().setName("memory").setUnit("By").setGauge(io.opentelemetry.proto.metrics.v1.Gauge.newBuilder()
                .addDataPoints(io.opentelemetry.proto.metrics.v1.NumberDataPoint.newBuilder().setTimeUnixNano(nanos).setAsInt(42))));
        scope.addMetrics(Metric.newBuilder().setName("requests").setSum(io.opentelemetry.proto.metrics.v1.Sum.newBuilder().setIsMonotonic(true)
                .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
                .addDataPoints(io.opentelemetry.proto.metrics.v1.NumberDataPoint.newBuilder().setTimeUnixNano(nanos).setAsDouble(7))
                .addDataPoints(io.opentelemetry.proto.metrics.v1.NumberDataPoint.newBuilder().setTimeUnixNano(nanos + 10_000_000_000L).setAsDouble(27))));
        scope.addMetrics(Metric.newBuilder().setName("duration").setHistogram(io.opentelemetry.proto.metrics.v1.Histogram.newBuilder()
                .addDataPoints(io.opentelemetry.proto.metrics.v1.HistogramDataPoint.newBuilder().setTimeUnixNano(nanos).setCount(3).setSum(9)
                        .addExplicitBounds(1).addExplicitBounds(5).addBucketCounts(1).addBucketCounts(1).addBucketCounts(1))));
        assertThat(protobuf("metrics", request.build().toByteArray()).statusCode()).isEqualTo(200);
        assertThat(kept("cart")).extracting(MetricSeries::metric).containsExactly("duration_bucket", "duration_bucket", "duration_bucket", "duration_count", "duration_sum", "memory", "requests_total");
        MetricSeries requests = kept("cart").get(6);
        assertThat(requests.perSecond().values()).containsExactly(2);
        assertThat(kept("cart").get(5).unit()).isEqualTo("By");
    }

    @Test
    void jsonIsUnderstoodAsWellAndWhatIsRefusedIsSaidBesideWhatIsKept() {
        var answer = json("metrics", """
                {"resourceMetrics":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"web"}}]},"scopeMetrics":[{"metrics":[
                 {"name":"load","gauge":{"dataPoints":[{"timeUnixNano":"%d","asDouble":0.5},{"timeUnixNano":"1000000","asDouble":1}]}},{"name":"none"}],"futureField":1}]}]}""".formatted(nanos));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode partial = JSON.readTree(answer.body()).path("partialSuccess");
        assertThat(partial.path("rejectedDataPoints").asString()).isEqualTo("2");
        assertThat(partial.path("errorMessage").asString()).contains("older than what is kept", "has no data");
        assertThat(kept("web").get(0).values()).containsExactly(0.5);
        assertThat(json("metrics", "{\"resourceMetrics\":[]}").body()).isEqualTo("{}");
    }

    @Test
    void spansOfTwoServicesBecomeACallAndOneToADatabaseToo() {
        var request = ExportTraceServiceRequest.newBuilder();
        ByteString trace = ByteString.copyFrom(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
        Span call = span(trace, 1, 0, Span.SpanKind.SPAN_KIND_CLIENT, 80);
        request.addResourceSpansBuilder().setResource(resource("checkout")).addScopeSpansBuilder().addSpans(call)
                .addSpans(Span.newBuilder().setName("no ids").setStartTimeUnixNano(nanos));
        var answered = protobuf("traces", request.build().toByteArray());
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(json("traces", """
                {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"payment"}}]},"scopeSpans":[{"spans":[
                 {"traceId":"0102030405060708090A0B0C0D0E0F10","spanId":"0000000000000002","parentSpanId":"0000000000000001","name":"POST /pay","kind":2,
                  "startTimeUnixNano":"%d","endTimeUnixNano":"%d","status":{"code":2}}]}]}]}""".formatted(nanos, nanos + 60_000_000)).statusCode()).isEqualTo(200);
        Processes.await("the call", () -> !edges().isEmpty());
        assertThat(edges()).singleElement().satisfies(edge -> {
            assertThat(edge.caller() + " " + edge.callee()).isEqualTo("checkout payment");
            assertThat(edge.errors()).isOne();
            assertThat(edge.p50()).isBetween(76.0, 84.0);
        });
    }

    @Test
    void aSpanThatEndsBeforeItStartsIsRefusedAlone() {
        var request = ExportTraceServiceRequest.newBuilder();
        ByteString trace = ByteString.copyFrom(new byte[16]);
        request.addResourceSpansBuilder().addScopeSpansBuilder().addSpans(span(trace, 1, 0, Span.SpanKind.SPAN_KIND_SERVER, -1)).addSpans(span(trace, 2, 0, Span.SpanKind.SPAN_KIND_SERVER, 0));
        assertThat(OtlpTraces.read(request.build()).drafts).hasSize(1);
        assertThat(OtlpTraces.read(request.build()).refused().complaint()).isEqualTo("1 refused: a span ends before it starts, or has no end");
    }

    private List<EdgeTraffic> edges() {
        return organisation.as(() -> telemetry.edges(now.minusSeconds(120), now.plusSeconds(120)));
    }

    private Span span(ByteString trace, int id, int parent, Span.SpanKind kind, long millis) {
        var span = Span.newBuilder().setTraceId(trace).setSpanId(id(id)).setName("call").setKind(kind).setStartTimeUnixNano(nanos).setEndTimeUnixNano(nanos + millis * 1_000_000);
        return (parent == 0 ? span : span.setParentSpanId(id(parent))).setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_OK)).build();
    }

    private static ByteString id(int number) {
        return ByteString.copyFrom(new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) number});
    }

    @Test
    void logRecordsCountByTemplateWithTheirExceptions() {
        var answer = json("logs", """
                {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"cart"}}]},"scopeLogs":[{"logRecords":[
                 {"timeUnixNano":"%1$d","severityNumber":17,"body":{"stringValue":"order 4711 failed"},"attributes":[{"key":"exception.type","value":{"stringValue":"TimeoutException"}}]},
                 {"timeUnixNano":"%1$d","severityNumber":17,"body":{"stringValue":"order 4712 failed"},"attributes":[{"key":"exception.type","value":{"stringValue":"TimeoutException"}}]},
                 {"timeUnixNano":"%1$d","severityText":"WARNING","body":{"kvlistValue":{"values":[{"key":"message","value":{"stringValue":"slow\\u0000"}}]}}},
                 {"timeUnixNano":"%1$d"}]}]}]}""".formatted(nanos));
        assertThat(answer.body()).contains("without a body");
        ServiceLogs told = organisation.as(() -> telemetry.logs(List.of("cart"), now.minusSeconds(120), now.plusSeconds(120)));
        assertThat(told.templates()).extracting(each -> each.severity() + " " + each.template() + " " + each.counts()[0])
                .containsExactlyInAnyOrder("error order <*> failed TimeoutException: 2", "warn slow 1");
    }

    @Test
    void anIdThatIsNotInHexadecimalCostsItsSpanAloneAndNoLogRecord() {
        String span = "{\"traceId\":%s,\"spanId\":\"0000000000000002\",\"name\":\"x\",\"startTimeUnixNano\":\"" + nanos + "\",\"endTimeUnixNano\":\"" + (nanos + 1_000) + "\"}";
        String good = span.formatted("\"0102030405060708090a0b0c0d0e0f10\"");
        var answer = json("traces", "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + String.join(",", span.formatted("\"xyz\""), good, span.formatted("{}")) + "]}]}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode partial = JSON.readTree(answer.body()).path("partialSuccess");
        assertThat(partial.path("rejectedSpans").asString()).isEqualTo("2");
        assertThat(partial.path("errorMessage").asString()).contains("2 refused: ", "in hexadecimal");
        assertThat(json("logs", "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"traceId\":\"xyz\",\"spanId\":\"-\",\"timeUnixNano\":\"" + nanos
                + "\",\"body\":{\"stringValue\":\"kept\"}}]}]}]}").body()).isEqualTo("{}");
    }

    @Test
    void whatIsNoSuchMessageIsRefusedInTheSendersOwnSpelling() {
        assertThat(json("metrics", "{\"resourceMetrics\":7}").statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(json("logs", "nonsense").body()).path("code").asInt()).isEqualTo(3);
        assertThat(json("logs", "[".repeat(5_000)).body()).contains("nesting").doesNotContain("StreamReadConstraints");
        var unreadable = protobuf("metrics", new byte[] {1, 2, 3});
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(new String(unreadable.body().getBytes(), java.nio.charset.StandardCharsets.UTF_8)).contains("it breaks off, or is damaged");
        assertThat(unreadable.headers().firstValue("Content-Type")).hasValue("application/x-protobuf");
        assertThat(post(port, "/ingest/" + "x".repeat(32) + "/otlp/v1/logs", new byte[0]).statusCode()).isEqualTo(401);
        assertThat(protobuf("metrics", new byte[0]).statusCode()).isEqualTo(200);
    }
}
