package com.srecopilot.demo.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The senders of the demo, each with its own wire format. */
enum Monitor {

    ALERTMANAGER("alertmanager", Monitor::alertmanager),
    GRAFANA("grafana", Monitor::grafana),
    DATADOG("datadog", Monitor::datadog),
    UPTIME_KUMA("uptime-kuma", Monitor::uptimeKuma);

    private static final String ZERO = "0001-01-01T00:00:00Z";
    private static final DateTimeFormatter KUMA = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final String format;
    private final Wire wire;

    Monitor(String format, Wire wire) {
        this.format = format;
        this.wire = wire;
    }

    /** How a format tells of a symptom. */
    private interface Wire {

        Map<String, Object> body(Symptom symptom, boolean over, Instant since, Instant now);
    }

    String path(String key) {
        return "/ingest/" + key + "/" + format;
    }

    /** @param over whether it tells of the end. @param since when it began to fire */
    Map<String, Object> body(Symptom symptom, boolean over, Instant since, Instant now) {
        return wire.body(symptom, over, since, now);
    }

    private static Map<String, Object> alertmanager(Symptom symptom, boolean over, Instant since, Instant now) {
        return Map.of("version", "4", "status", status(over), "receiver", "sre-copilot", "groupKey", "{}:{alertname=\"" + symptom.name() + "\"}",
                "alerts", List.of(prometheus(symptom, symptom.name(), symptom.summary(), over, since, now)));
    }

    private static Map<String, Object> grafana(Symptom symptom, boolean over, Instant since, Instant now) {
        return Map.of("receiver", "sre-copilot", "status", status(over), "orgId", 1, "title", "[" + status(over) + "] " + symptom.name(),
                "alerts", List.of(prometheus(symptom, symptom.summary(), symptom.name() + " on " + symptom.service(), over, since, now)));
    }

    private static Map<String, Object> prometheus(Symptom symptom, String name, String summary, boolean over, Instant since, Instant now) {
        var labels = Map.of("alertname", name, "service", symptom.service(), "severity", symptom.severity(), "region", symptom.region());
        return Map.of("status", status(over), "labels", labels, "annotations", Map.of("summary", summary), "startsAt", since.toString(),
                "endsAt", over ? now.toString() : ZERO, "generatorURL", "", "fingerprint", symptom.key());
    }

    private static Map<String, Object> datadog(Symptom symptom, boolean over, Instant since, Instant now) {
        return Map.of("alert_id", symptom.key(), "alert_title", symptom.summary(), "alert_transition", over ? "Recovered" : "Triggered",
                "alert_type", over ? "success" : "error", "alert_priority", symptom.severity(), "alert_cycle_key", symptom.key() + since.toEpochMilli(),
                "tags", "service:" + symptom.service() + ",region:" + symptom.region() + ",monitor:" + symptom.name(),
                "date", (over ? now : since).toEpochMilli(), "body", symptom.summary());
    }

    private static Map<String, Object> uptimeKuma(Symptom symptom, boolean over, Instant since, Instant now) {
        return Map.of("heartbeat", Map.of("monitorID", symptom.key(), "status", over ? 1 : 0, "time", KUMA.format(over ? now : since),
                        "msg", over ? "200 - OK" : symptom.summary()),
                "monitor", Map.of("id", symptom.key(), "name", symptom.service(), "type", "http"), "msg", "[" + symptom.service() + "] " + symptom.summary());
    }

    private static String status(boolean over) {
        return over ? "resolved" : "firing";
    }
}
