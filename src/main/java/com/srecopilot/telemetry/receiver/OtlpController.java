package com.srecopilot.telemetry.receiver;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.telemetry.LogStore;
import com.srecopilot.telemetry.SampleStore;
import com.srecopilot.telemetry.SpanStore;
import com.srecopilot.tenancy.Anyone;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/** OTLP over HTTP: an exporter's endpoint is {@code …/ingest/{key}/otlp}, or {@code …/ingest/otlp} with the key in the header Authorization. */
@RestController
@Anyone
class OtlpController {

    private final Doorkeeper doorkeeper;
    private final SampleStore samples;
    private final NativeHistograms natives;
    private final SpanStore spans;
    private final LogStore logs;

    OtlpController(Doorkeeper doorkeeper, SampleStore samples, NativeHistograms natives, SpanStore spans, LogStore logs) {
        this.doorkeeper = doorkeeper;
        this.samples = samples;
        this.natives = natives;
        this.spans = spans;
        this.logs = logs;
    }

    @PostMapping({"/ingest/{key}/otlp/v1/metrics", "/ingest/otlp/v1/metrics"})
    ResponseEntity<byte[]> metrics(@PathVariable(required = false) String key, HttpServletRequest request) throws IOException {
        OtlpWire wire = OtlpWire.of(request.getContentType());
        return doorkeeper.take("OTLP metrics", key, request, body -> {
            Samples read = OtlpMetrics.read(wire.read(body, ExportMetricsServiceRequest.newBuilder()).build());
            return samples.write(read.drafts).plus(natives.write(read)).plus(read.refused());
        }, stored -> {
            var answer = ExportMetricsServiceResponse.newBuilder();
            answer.getPartialSuccessBuilder().setRejectedDataPoints(stored.refused()).setErrorMessage(stored.complaint());
            return wire.answer(stored.refused() > 0 ? answer : answer.clearPartialSuccess());
        }, wire::failed);
    }

    @PostMapping({"/ingest/{key}/otlp/v1/traces", "/ingest/otlp/v1/traces"})
    ResponseEntity<byte[]> traces(@PathVariable(required = false) String key, HttpServletRequest request) throws IOException {
        OtlpWire wire = OtlpWire.of(request.getContentType());
        return doorkeeper.take("OTLP traces", key, request, body -> {
            OtlpTraces read = OtlpTraces.read(wire.read(body, ExportTraceServiceRequest.newBuilder()).build());
            return spans.write(read.drafts).plus(read.refused());
        }, stored -> {
            var answer = ExportTraceServiceResponse.newBuilder();
            answer.getPartialSuccessBuilder().setRejectedSpans(stored.refused()).setErrorMessage(stored.complaint());
            return wire.answer(stored.refused() > 0 ? answer : answer.clearPartialSuccess());
        }, wire::failed);
    }

    @PostMapping({"/ingest/{key}/otlp/v1/logs", "/ingest/otlp/v1/logs"})
    ResponseEntity<byte[]> logs(@PathVariable(required = false) String key, HttpServletRequest request) throws IOException {
        OtlpWire wire = OtlpWire.of(request.getContentType());
        return doorkeeper.take("OTLP logs", key, request, body -> {
            OtlpLogs read = OtlpLogs.read(wire.read(body, ExportLogsServiceRequest.newBuilder()).build());
            return logs.write(read.drafts).plus(read.refused());
        }, stored -> {
            var answer = ExportLogsServiceResponse.newBuilder();
            answer.getPartialSuccessBuilder().setRejectedLogRecords(stored.refused()).setErrorMessage(stored.complaint());
            return wire.answer(stored.refused() > 0 ? answer : answer.clearPartialSuccess());
        }, wire::failed);
    }
}
