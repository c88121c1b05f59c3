package com.srecopilot.demo.pulse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.airlift.compress.snappy.SnappyCompressor;

import com.srecopilot.telemetry.LogDraft;
import com.srecopilot.telemetry.MetricDraft;
import com.srecopilot.telemetry.SpanDraft;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

/** Spells telemetry as Prometheus' remote write and as OpenTelemetry. */
final class Wire {

    private Wire() {
    }

    private interface Part {
        void write(CodedOutputStream out) throws IOException;
    }

    static byte[] remoteWrite(List<MetricDraft> drafts) throws IOException {
        byte[] body = message(out -> {
            for (MetricDraft draft : drafts) {
                out.writeByteArray(1, message(series -> series(series, draft)));
            }
        });
        var packer = new SnappyCompressor();
        byte[] packed = new byte[packer.maxCompressedLength(body.length)];
        return Arrays.copyOf(packed, packer.compress(body, 0, body.length, packed, 0, packed.length));
    }

    private static void series(CodedOutputStream series, MetricDraft draft) throws IOException {
        var labels = new TreeMap<>(draft.labels());
        labels.put("__name__", draft.metric());
        for (Map.Entry<String, String> label : labels.entrySet()) {
            series.writeByteArray(1, message(pair -> {
                pair.writeString(1, label.getKey());
                pair.writeString(2, label.getValue());
            }));
        }
        for (int i = 0; i < draft.millis().length; i++) {
            int at = i;
            series.writeByteArray(2, message(sample -> {
                sample.writeDouble(1, draft.values()[at]);
                sample.writeInt64(2, draft.millis()[at]);
            }));
        }
    }

    private static byte[] message(Part part) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = CodedOutputStream.newInstance(bytes);
        part.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    static byte[] traces(List<SpanDraft> spans) {
        var request = ExportTraceServiceRequest.newBuilder();
        spans.stream().collect(Collectors.groupingBy(SpanDraft::service)).forEach((service, all) -> {
            var scope = request.addResourceSpansBuilder().setResource(resource(service)).addScopeSpansBuilder();
            all.forEach(span -> scope.addSpans(span(span)));
        });
        return request.build().toByteArray();
    }

    private static Span span(SpanDraft draft) {
        var span = Span.newBuilder().setTraceId(bytes(draft.traceId().getMostSignificantBits(), draft.traceId().getLeastSignificantBits())).setSpanId(bytes(draft.spanId()))
                .setName(draft.operation()).setKind(draft.client() ? Span.SpanKind.SPAN_KIND_CLIENT : Span.SpanKind.SPAN_KIND_SERVER)
                .setStartTimeUnixNano(draft.startMicros() * 1_000).setEndTimeUnixNano((draft.startMicros() + draft.micros()) * 1_000)
                .setStatus(Status.newBuilder().setCode(draft.failed() ? Status.StatusCode.STATUS_CODE_ERROR : Status.StatusCode.STATUS_CODE_UNSET));
        if (draft.stands() > 1) {
            span.setTraceState("ot=th:" + Long.toHexString(Math.round((1L << 56) * (1 - 1.0 / draft.stands()))));
        }
        if (draft.parentId() != null) {
            span.setParentSpanId(bytes(draft.parentId()));
        }
        return (draft.peer() == null ? span : span.addAttributes(attribute("peer.service", draft.peer()))).build();
    }

    static byte[] logs(List<LogDraft> lines) {
        var request = ExportLogsServiceRequest.newBuilder();
        lines.stream().collect(Collectors.groupingBy(LogDraft::service)).forEach((service, all) -> {
            var scope = request.addResourceLogsBuilder().setResource(resource(service)).addScopeLogsBuilder();
            all.forEach(line -> scope.addLogRecords(LogRecord.newBuilder().setTimeUnixNano(line.millis() * 1_000_000).setBody(AnyValue.newBuilder().setStringValue(line.line()))
                    .setSeverityNumber(line.severity().equals("error") ? SeverityNumber.SEVERITY_NUMBER_ERROR : SeverityNumber.SEVERITY_NUMBER_INFO)));
        });
        return request.build().toByteArray();
    }

    private static Resource resource(String service) {
        return Resource.newBuilder().addAttributes(attribute("service.name", service)).build();
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value)).build();
    }

    private static ByteString bytes(long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length);
        Arrays.stream(numbers).forEach(bytes::putLong);
        return ByteString.copyFrom(bytes.array());
    }
}
