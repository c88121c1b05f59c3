package com.srecopilot.alert.format.monitor;

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

/** Sentry's integration webhooks (event_alert, metric_alert, issue, error) and its legacy plugin. What tells of no alert holds none. */
@Component
class SentryFormat implements AlertFormat {

    @Override
    public String name() {
        return "sentry";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField root = payload.json().object();
        JsonField data = root.at("data");
        if (!data.present()) {
            return root.at("installation").present() ? List.of() : List.of(event(payload, root, root.at("event")));
        }
        data.object();
        if (data.at("metric_alert").present()) {
            return List.of(metric(payload, root, data.at("metric_alert").object()));
        }
        if (data.at("issue").present()) {
            return issue(payload, root.first("action"), data.at("issue").object());
        }
        JsonField event = data.at(data.at("event").present() ? "event" : "error");
        return event.present() ? List.of(event(payload, data, event.object())) : List.of();
    }

    private static IncomingAlert event(Payload payload, JsonField around, JsonField event) {
        String title = event.present() ? event.object().first("title", "message") : "";
        AlertDraft draft = titled(payload, around, title, around.first("message"));
        Map<String, String> tags = event.present() ? tags(event.at("tags")) : new LinkedHashMap<>();
        boolean inner = event.present();
        String culprit = around.first("culprit");
        return draft.description(around.first("message"), inner ? event.first("message", "culprit") : "", culprit)
                .severity(around.first("level"), inner ? event.first("level") : "", "error")
                .service(tags.get("service"), around.first("project_slug", "project_name", "project"), inner ? project(event) : "")
                .labels(tags)
                .dedupKey("issue " + (inner && event.at("issue_id").present() ? event.first("issue_id") : around.first("id")))
                .startsAt(inner ? EventTime.loosely(event.first("datetime", "timestamp")) : null)
                .url(around.at("url").present() ? around.first("url") : inner ? event.first("web_url", "issue_url", "url") : "").alert();
    }

    private static IncomingAlert metric(Payload payload, JsonField root, JsonField alert) {
        JsonField data = root.at("data");
        boolean over = root.first("action").equals("resolved");
        return titled(payload, alert, data.first("description_title"), alert.first("title", "alert_rule.name"))
                .description(data.first("description_text"))
                .severity(over ? "" : root.first("action").replace("open", "error"))
                .service(alert.at("projects").firstItem())
                .labels(alert.scalars()).dedupKey("metric " + alert.first("id", "identifier"))
                .resolved(over).startsAt(EventTime.loosely(alert.first("date_started", "date_detected", "date_created")))
                .endsAt(over ? EventTime.loosely(alert.first("date_closed")) : null)
                .url(data.first("web_url")).alert();
    }

    private static List<IncomingAlert> issue(Payload payload, String action, JsonField issue) {
        boolean over = action.equals("resolved");
        if (!over && !List.of("created", "unresolved", "").contains(action)) {
            return List.of();
        }
        return List.of(titled(payload, issue, issue.first("title"), issue.first("metadata.value"))
                .description(issue.first("metadata.value", "culprit"))
                .severity(issue.first("level"), "error")
                .service(issue.at("project").present() && issue.at("project").node().isObject() ? issue.first("project.slug", "project.name") : issue.first("project"))
                .labels(issue.scalars()).dedupKey("issue " + issue.first("id")).resolved(over)
                .startsAt(over || action.equals("unresolved") ? null : EventTime.loosely(issue.first("firstSeen")))
                .url(issue.first("web_url", "permalink")).alert());
    }

    private static AlertDraft titled(Payload payload, JsonField at, String... candidates) {
        if (Stream.of(candidates).allMatch(String::isBlank)) {
            throw at.at("title").wrong("is missing");
        }
        return new AlertDraft(payload).title(candidates);
    }

    private static String project(JsonField event) {
        return event.first("project_slug", "project_name", "project");
    }

    /** Pairs, as Sentry writes them. */
    private static Map<String, String> tags(JsonField pairs) {
        var tags = new LinkedHashMap<String, String>();
        if (pairs.present()) {
            pairs.items().stream().filter(pair -> pair.present() && pair.node().isArray() && pair.node().size() == 2)
                    .forEach(pair -> tags.put(pair.items().get(0).value(), pair.items().get(1).value()));
        }
        return tags;
    }
}
