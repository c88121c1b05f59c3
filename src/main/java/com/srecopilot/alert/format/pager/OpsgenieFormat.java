package com.srecopilot.alert.format.pager;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.format.AlertDraft;
import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.CleanText;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.PrometheusLabels;

/** Opsgenie's and Jira Service Management's alerts as senders create them, and their outgoing webhooks ({@code action, alert}). */
@Component
class OpsgenieFormat implements AlertFormat {

    @Override
    public String name() {
        return "opsgenie";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField root = payload.json().object();
        if (!root.at("alert").present()) {
            return List.of(alert(payload, root, false));
        }
        boolean over = root.first("action").equals("Close") || root.first("action").equals("Delete");
        boolean begins = root.first("action").equals("Create") || root.first("action").equals("UnAcknowledge");
        return over || begins ? List.of(alert(payload, root.at("alert").object(), over)) : List.of();
    }

    private static IncomingAlert alert(Payload payload, JsonField alert, boolean over) {
        String title = alert.first("message");
        String alias = alert.first("alias", "alertId");
        if (CleanText.line(over ? title + alias : title).isEmpty()) {
            throw alert.at("message").wrong("can not be empty");
        }
        Map<String, String> labels = new LinkedHashMap<>(alert.at("details").scalars());
        String[] services = PrometheusLabels.services(labels);
        if (alert.at("tags").present()) {
            labels.put("tags", alert.at("tags").items().stream().map(JsonField::value).collect(Collectors.joining(", ")));
        }
        String described = Stream.of(services).filter(each -> each != null && !each.isBlank()).findFirst().orElse("");
        return new AlertDraft(payload).title(title, alias).description(alert.first("description"))
                .severity(alert.first("priority"), "P3")
                .service(described, alert.first("entity")).labels(labels).dedupKey(alias)
                .resolved(over).startsAt(over ? null : EventTime.loosely(alert.first("createdAt")))
                .url(alert.first("source")).alert();
    }
}
