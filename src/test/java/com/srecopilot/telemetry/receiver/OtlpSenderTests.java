package com.srecopilot.telemetry.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.srecopilot.stories.Processes;
import com.srecopilot.telemetry.EdgeTraffic;
import com.srecopilot.telemetry.MetricSeries;
import com.srecopilot.telemetry.ServiceLogs;
import com.srecopilot.telemetry.TelemetryDesk;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.DefaultAggregationSelector;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;

/** OpenTelemetry's own SDK for Java sends, by HTTP and protobuf, plain and packed with gzip. */
class OtlpSenderTests extends TelemetryDesk {

    private static Resource service(String name) {
        return Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), name));
    }

    private String endpoint(String signal) {
        return "http://localhost:" + port + "/ingest/" + key + "/otlp/v1/" + signal;
    }

    private static void done(CompletableResultCode result) {
        assertThat(result.join(60, TimeUnit.SECONDS).isSuccess()).isTrue();
    }

    private SdkTracerProvider tracers(String service, String compression) {
        return SdkTracerProvider.builder().setResource(service(service)).addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint("traces")).setCompression(compression).setTimeout(Duration.ofSeconds(60)).build()).build()).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void tracesMakeACallWithItsFailure(String compression) {
        try (SdkTracerProvider checkout = tracers("checkout", compression); SdkTracerProvider payment = tracers("payment", compression)) {
            Span client = checkout.get("test").spanBuilder("POST /pay").setSpanKind(SpanKind.CLIENT).startSpan();
            Span server = payment.get("test").spanBuilder("POST /pay").setSpanKind(SpanKind.SERVER).setParent(Context.root().with(client)).startSpan();
            server.setStatus(StatusCode.ERROR).end();
            client.end();
            done(checkout.forceFlush());
            done(payment.forceFlush());
        }
        Processes.await("the call", () -> !edges().isEmpty());
        assertThat(edges()).singleElement().satisfies(edge -> {
            assertThat(edge.caller() + " " + edge.callee()).isEqualTo("checkout payment");
            assertThat(edge.errors()).isOne();
        });
    }

    private List<EdgeTraffic> edges() {
        return organisation.as(() -> telemetry.edges(now.minusSeconds(120), now.plusSeconds(120)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void metricsComeWithTheQuantilesOfExponentialHistograms(String compression) throws InterruptedException {
        var exporter = OtlpHttpMetricExporter.builder().setEndpoint(endpoint("metrics")).setCompression(compression).setTimeout(Duration.ofSeconds(60)).setDefaultAggregationSelector(
                DefaultAggregationSelector.getDefault().with(InstrumentType.HISTOGRAM, Aggregation.base2ExponentialBucketHistogram())).build();
        try (var meters = SdkMeterProvider.builder().setResource(service("cart")).registerMetricReader(PeriodicMetricReader.builder(exporter).setInterval(Duration.ofHours(1)).build()).build()) {
            var waits = meters.get("test").histogramBuilder("wait").setUnit("s").build();
            var orders = meters.get("test").counterBuilder("orders").build();
            for (double level : new double[] {0.01, 2}) {
                for (int i = 0; i < 100; i++) {
                    waits.record(level);
                    orders.add(1);
                }
                done(meters.forceFlush());
                Instant flushed = Instant.now();
                Processes.await("a later millisecond", () -> Instant.now().isAfter(flushed.plusMillis(1)));
            }
        }
        List<MetricSeries> kept = organisation.as(() -> telemetry.series(List.of("cart"), now.minusSeconds(60), now.plusSeconds(600))).stream()
                .filter(each -> !each.metric().startsWith("otel.")).toList();
        assertThat(kept).extracting(MetricSeries::metric).containsExactlyInAnyOrder("orders_total", "wait_count", "wait_sum", "wait", "wait", "wait");
        assertThat(kept).filteredOn(each -> "0.5".equals(each.labels().get("quantile"))).singleElement().satisfies(each -> {
            assertThat(each.unit()).isEqualTo("s");
            assertThat(each.values()[0]).isBetween(1.9, 2.1);
        });
    }

    @Test
    void logRecordsComeAsLines() {
        var exporter = OtlpHttpLogRecordExporter.builder().setEndpoint(endpoint("logs")).setCompression("gzip").setTimeout(Duration.ofSeconds(60)).build();
        try (var loggers = SdkLoggerProvider.builder().setResource(service("cart")).addLogRecordProcessor(BatchLogRecordProcessor.builder(exporter).build()).build()) {
            for (int i = 0; i < 50; i++) {
                loggers.get("test").logRecordBuilder().setSeverity(Severity.ERROR).setBody("order " + i + " failed").emit();
            }
            done(loggers.forceFlush());
        }
        ServiceLogs logs = organisation.as(() -> telemetry.logs(List.of("cart"), now.minusSeconds(120), now.plusSeconds(600)));
        assertThat(logs.templates().stream().mapToLong(each -> java.util.stream.LongStream.of(each.counts()).sum()).sum()).isEqualTo(50);
        assertThat(logs.templates()).extracting(ServiceLogs.Template::template).containsOnly("order <*> failed");
    }
}
