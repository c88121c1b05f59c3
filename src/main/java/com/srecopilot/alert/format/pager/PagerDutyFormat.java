package com.srecopilot.alert.format.pager;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.format.AlertDraft;
import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.PrometheusLabels;

/** PagerDuty's Events v2 (and v1) as senders post them, and its outgoing webhooks v1, v2 and v3. */
@Component
class PagerDutyFormat implements AlertFormat {

    @Override
    public String name() {
        return "pagerduty";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField root = payload.json().object();
        if (root.at("messages").present()) {
            return root.at("messages").items().stream().map(message -> message(payload, message.object())).toList();
        }
        if (root.at("event").present() && root.at("event").node().isObject()) {
            return webhook(payload, root.at("event"));
        }
        String action = root.first("event_action", "event_type");
        if (!List.of("trigger", "acknowledge", "resolve").contains(action)) {
            throw root.at("event_action").wrong("must be trigger, acknowledge or resolve");
        }
        return action.equals("acknowledge") ? List.of() : List.of(event(payload, root, action.equals("resolve")));
    }

    private static IncomingAlert event(Payload payload, JsonField root, boolean over) {
        String key = root.first("dedup_key", "incident_key");
        if (over && key.isEmpty()) {
            throw root.at("dedup_key").wrong("is missing: what should be resolved?");
        }
        JsonField said = root.at("payload").present() ? root.at("payload").object() : root;
        String title = said.first("summary", "description");
        if (title.isEmpty() && !over) {
            throw said.at("summary").wrong("is missing or blank");
        }
        Map<String, String> labels = labels(said);
        return new AlertDraft(payload).title(title, key).description(text(said.at("custom_details"), title))
                .severity(said.first("severity"), over ? "low" : "critical")
                .service(services(labels, said)).labels(labels).dedupKey(key)
                .resolved(over).startsAt(over ? null : EventTime.loosely(said.first("timestamp")))
                .url(root.at("links").present() && root.at("links").node().isArray() ? link(root) : root.first("client_url")).alert();
    }

    private static List<IncomingAlert> webhook(Payload payload, JsonField event) {
        JsonField incident = event.at("data").object();
        String type = event.first("event_type");
        if (!type.startsWith("incident.")) {
            return List.of();
        }
        boolean over = type.endsWith("resolved") || incident.first("status").equals("resolved");
        return List.of(incident(payload, incident, over).service(incident.first("service.summary", "service.name"))
                .startsAt(EventTime.loosely(incident.first("created_at")))
                .endsAt(over ? EventTime.loosely(event.first("occurred_at")) : null).alert());
    }

    private static IncomingAlert message(Payload payload, JsonField message) {
        JsonField incident = (message.at("incident").present() ? message.at("incident") : message.walk("data.incident")).object();
        String type = message.first("event", "type");
        boolean over = type.endsWith("resolve") || incident.first("status").equals("resolved");
        return incident(payload, incident, over).service(incident.first("service.summary", "service.name"))
                .startsAt(EventTime.loosely(incident.first("created_at", "created_on")))
                .endsAt(over ? EventTime.loosely(message.first("created_on")) : null).alert();
    }

    private static AlertDraft incident(Payload payload, JsonField incident, boolean over) {
        String title = incident.first("title", "summary", "description", "trigger_summary_data.subject", "trigger_summary_data.description", "incident_key");
        if (title.isBlank()) {
            throw incident.at("title").wrong("is missing");
        }
        String priority = incident.at("priority").present() ? incident.first("priority.summary", "priority.name") : "";
        return new AlertDraft(payload).title(title).description(incident.first("description", "trigger_summary_data.description"))
                .severity(priority, incident.first("urgency"), "unknown").labels(incident.scalars())
                .dedupKey("incident " + incident.first("id", "incident_number")).resolved(over).url(incident.first("html_url"));
    }

    private static Map<String, String> labels(JsonField said) {
        var labels = new LinkedHashMap<String, String>();
        for (String name : List.of("source", "component", "group", "class")) {
            labels.put(name, said.first(name));
        }
        JsonField details = said.at(said.at("custom_details").present() ? "custom_details" : "details");
        if (details.present() && details.node().isObject()) {
            labels.putAll(details.scalars());
        }
        if (details.present() && details.node().isObject()) {
            labels.putAll(PrometheusLabels.inText(details.first("firing", "resolved")));
            labels.keySet().removeAll(List.of("firing", "resolved"));
        }
        labels.values().removeIf(String::isBlank);
        return labels;
    }

    /** What a sender's details name as a service counts before the component and the source. */
    private static String[] services(Map<String, String> labels, JsonField said) {
        boolean alertmanager = labels.containsKey("alertname");
        return Stream.concat(Stream.of(labels.get("service"), labels.get("service_name"), said.first("component")), Stream.concat(
                Stream.of(PrometheusLabels.services(labels)), Stream.of(alertmanager ? "" : said.first("source")))).toArray(String[]::new);
    }

    private static String text(JsonField details, String title) {
        if (!details.present() || !details.node().isObject()) {
            return details.scalar().isEmpty() ? title : details.scalar();
        }
        String firing = details.first("firing", "description");
        return firing.isEmpty() ? title : firing;
    }

    private static String link(JsonField root) {
        return root.at("links").items().stream().map(link -> link.object().first("href")).filter(href -> !href.isEmpty()).findFirst()
                .orElse(root.first("client_url"));
    }
}
