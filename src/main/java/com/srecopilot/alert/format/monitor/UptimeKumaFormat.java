package com.srecopilot.alert.format.monitor;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.format.AlertDraft;
import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.CleanText;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;

/** Uptime Kuma's webhook. It sends no key: the monitor is the alert. A message without a heartbeat is a notice (a certificate, a test). */
@Component
class UptimeKumaFormat implements AlertFormat {

    @Override
    public String name() {
        return "uptime-kuma";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField root = payload.json().object();
        JsonField beat = root.at("heartbeat");
        if (beat.present()) {
            return List.of(heartbeat(payload, root, beat.object()));
        }
        String text = root.first("msg");
        if (CleanText.line(text).isEmpty()) {
            throw root.at("msg").wrong("is missing");
        }
        return List.of(new AlertDraft(payload).title(text).description(text).severity("").alert());
    }

    private static IncomingAlert heartbeat(Payload payload, JsonField root, JsonField beat) {
        String status = beat.first("status");
        if (!status.matches("[0-3]")) {
            throw beat.at("status").wrong("must be 0 (down), 1 (up), 2 (pending) or 3 (maintenance)");
        }
        String name = root.first("monitor.name");
        String id = beat.at("monitorID").present() ? beat.first("monitorID") : root.first("monitor.id");
        boolean over = status.equals("1") || status.equals("3");
        var at = EventTime.loosely(beat.first("time"));
        return new AlertDraft(payload).title(name.isEmpty() ? root.first("msg") : name + (over ? " is up" : " is down"), beat.first("msg"), "Monitor " + id)
                .description(beat.first("msg"), root.first("msg"))
                .severity(status.equals("2") ? "medium" : "critical")
                .service(name, root.first("monitor.hostname")).labels(labels(root.at("monitor")))
                .dedupKey(id.isEmpty() ? "monitor " + name : "monitor " + id)
                .resolved(over).startsAt(over ? null : at).endsAt(over ? at : null)
                .url(root.first("monitor.url")).alert();
    }

    private static Map<String, String> labels(JsonField monitor) {
        Map<String, String> labels = monitor.scalars();
        labels.keySet().retainAll(List.of("type", "hostname", "port", "name"));
        return labels;
    }
}
