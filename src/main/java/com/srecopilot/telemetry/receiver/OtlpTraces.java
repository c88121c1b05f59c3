package com.srecopilot.telemetry.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.protobuf.ByteString;

import com.srecopilot.telemetry.Labels;
import com.srecopilot.telemetry.SpanDraft;
import com.srecopilot.telemetry.Stored;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;

/** Reads OpenTelemetry's spans; a client's names whom it calls, as well as it knows. */
final class OtlpTraces {

    private static final int LONGEST = 200;
    private static final int MOST = 200_000;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*|localhost");

    final List<SpanDraft> drafts = new ArrayList<>();
    private final Map<String, Long> refusals = new TreeMap<>();

    static OtlpTraces read(ExportTraceServiceRequest request) {
        var reading = new OtlpTraces();
        request.getResourceSpansList().forEach(each -> {
            String service = Attributes.service(each.getResource());
            each.getScopeSpansList().forEach(scope -> scope.getSpansList().forEach(span -> reading.add(service, span)));
        });
        return reading;
    }

    Stored refused() {
        return new Stored(0, 0, Map.copyOf(refusals));
    }

    private void add(String service, Span span) {
        if (span.getTraceId().size() != 16 || span.getSpanId().size() != 8 || span.getStartTimeUnixNano() <= 0) {
            refusals.merge("a span without a trace id of 16 bytes, a span id of 8 bytes (in JSON both in hexadecimal) and a start", 1L, Long::sum);
            return;
        }
        if (span.getEndTimeUnixNano() < span.getStartTimeUnixNano()) {
            refusals.merge("a span ends before it starts, or has no end", 1L, Long::sum);
            return;
        }
        if (drafts.size() >= MOST) {
            throw Refused.unreadable("a delivery holds at most " + MOST + " spans; send smaller batches");
        }
        boolean client = span.getKind() == Span.SpanKind.SPAN_KIND_CLIENT || span.getKind() == Span.SpanKind.SPAN_KIND_PRODUCER;
        Long parent = span.getParentSpanId().size() == 8 && number(span.getParentSpanId()) != 0 ? number(span.getParentSpanId()) : null;
        var trace = span.getTraceId().asReadOnlyByteBuffer();
        drafts.add(new SpanDraft(new UUID(trace.getLong(), trace.getLong()), number(span.getSpanId()), parent, service, Labels.clean(span.getName(), LONGEST),
                span.getStartTimeUnixNano() / 1_000, (span.getEndTimeUnixNano() - span.getStartTimeUnixNano()) / 1_000,
                span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR, client, client ? peer(span.getAttributesList()) : null, Sampling.stands(span.getTraceState())));
    }

    private static long number(ByteString id) {
        return id.asReadOnlyByteBuffer().getLong();
    }

    /** The name it gives, else the host, else what kind of store; a bare address names nobody. */
    private static String peer(List<KeyValue> attributes) {
        return Stream.of("peer.service", "server.address", "net.peer.name", "db.namespace", "db.name", "db.system.name", "db.system", "messaging.destination.name", "messaging.system")
                .map(key -> Attributes.text(attributes, key).strip()).filter(name -> !name.isEmpty() && !ADDRESS.matcher(name).matches()).findFirst()
                .map(name -> Labels.clean(name, LONGEST)).orElse(null);
    }
}
