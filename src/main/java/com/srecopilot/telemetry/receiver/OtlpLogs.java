package com.srecopilot.telemetry.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.srecopilot.telemetry.Labels;
import com.srecopilot.telemetry.LogDraft;
import com.srecopilot.telemetry.Stored;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;

/** Reads OpenTelemetry's log records; an exception beside the text is part of the line. */
final class OtlpLogs {

    private static final int LONGEST = 4_000;
    private static final int MOST = 200_000;
    private static final long NANOS = 1_000_000;

    final List<LogDraft> drafts = new ArrayList<>();
    private final Map<String, Long> refusals = new TreeMap<>();

    static OtlpLogs read(ExportLogsServiceRequest request) {
        var reading = new OtlpLogs();
        request.getResourceLogsList().forEach(each -> {
            String service = Attributes.service(each.getResource());
            each.getScopeLogsList().forEach(scope -> scope.getLogRecordsList().forEach(line -> reading.add(service, line)));
        });
        return reading;
    }

    Stored refused() {
        return new Stored(0, 0, Map.copyOf(refusals));
    }

    private void add(String service, LogRecord line) {
        String text = Labels.clean(text(line).strip(), LONGEST);
        long nanos = line.getTimeUnixNano() != 0 ? line.getTimeUnixNano() : line.getObservedTimeUnixNano();
        if (text.isEmpty() || nanos <= 0) {
            refusals.merge("a log record without a body and a time", 1L, Long::sum);
            return;
        }
        if (drafts.size() >= MOST) {
            throw Refused.unreadable("a delivery holds at most " + MOST + " log records; send smaller batches");
        }
        drafts.add(new LogDraft(nanos / NANOS, service, severity(line), text));
    }

    private static String text(LogRecord line) {
        String body = Attributes.text(line.getBody());
        String exception = (Attributes.text(line.getAttributesList(), "exception.type") + ": " + Attributes.text(line.getAttributesList(), "exception.message")).strip();
        return exception.equals(":") ? body.isEmpty() ? line.getEventName() : body : (body + " " + exception).strip();
    }

    private static String severity(LogRecord line) {
        int number = line.getSeverityNumberValue();
        if (number > 0) {
            return number >= 17 ? "error" : number >= 13 ? "warn" : number >= 9 ? "info" : "debug";
        }
        String word = line.getSeverityText().toLowerCase(Locale.ROOT);
        return word.startsWith("err") || word.startsWith("fatal") || word.startsWith("crit") ? "error" : word.startsWith("warn") ? "warn"
                : word.startsWith("info") ? "info" : word.startsWith("debug") || word.startsWith("trace") ? "debug" : "";
    }
}
