package com.srecopilot.alert.format.pager;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.format.AlertDraft;
import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.PrometheusLabels;

/** Splunk On-Call's (VictorOps') generic REST integration. */
@Component
class SplunkOnCallFormat implements AlertFormat {

    @Override
    public String name() {
        return "splunk-on-call";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField root = payload.json().object();
        String type = root.first("message_type").toUpperCase(Locale.ROOT);
        String key = root.first("entity_id");
        boolean over = type.equals("RECOVERY") || type.equals("OK");
        if (type.startsWith("ACK")) {
            return List.of();
        }
        if (!over && !List.of("CRITICAL", "WARNING", "INFO").contains(type)) {
            throw root.at("message_type").wrong("must be CRITICAL, WARNING, ACKNOWLEDGEMENT, INFO or RECOVERY");
        }
        if (key.isEmpty() && over) {
            throw root.at("entity_id").wrong("is missing: what has recovered?");
        }
        Map<String, String> labels = root.scalars();
        labels.putAll(PrometheusLabels.inText(root.first("state_message")));
        labels.keySet().removeAll(List.of("state_message", "message_type", "entity_id", "entity_display_name", "state_start_time"));
        var at = EventTime.loosely(root.first("state_start_time", "timestamp"));
        return List.of(new AlertDraft(payload).title(root.first("entity_display_name"), key, root.first("state_message"), "Alert without a name")
                .description(root.first("state_message")).severity(over ? "low" : type)
                .service(PrometheusLabels.services(labels)).labels(labels).dedupKey(key)
                .resolved(over).startsAt(over ? null : at).endsAt(over ? at : null)
                .url(root.first("alert_url", "url")).alert());
    }
}
