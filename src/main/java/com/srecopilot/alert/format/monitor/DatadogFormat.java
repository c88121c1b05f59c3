package com.srecopilot.alert.format.monitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.format.AlertDraft;
import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.CleanText;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.StatusWords;

/** Datadog's webhook, by our template or its own; the names of fields are read without case and punctuation. */
@Component
class DatadogFormat implements AlertFormat {

    @Override
    public String name() {
        return "datadog";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        return payload.json().each().stream().map(event -> read(payload, event.plainNames())).toList();
    }

    private static IncomingAlert read(Payload payload, JsonField event) {
        String title = event.first("alerttitle", "title", "eventtitle", "body", "message");
        if (CleanText.line(title).isEmpty()) {
            throw event.at("title").wrong("is missing");
        }
        Map<String, String> tags = tags(event.at("tags"));
        String transition = event.first("alerttransition", "transition", "alertstatus");
        boolean over = StatusWords.over(transition).orElseGet(() -> event.first("alerttype").equals("success"));
        var at = EventTime.loosely(event.first("date", "lastupdated", "timestamp"));
        return new AlertDraft(payload).title(title)
                .description(event.first("body", "message", "eventmsg", "textonlymsg", "description"))
                .severity(severity(event, transition))
                .service(tags.get("service"), event.first("service"), tags.get("app"), event.first("hostname", "host"))
                .labels(tags).dedupKey(key(event))
                .resolved(over).startsAt(over ? null : at).endsAt(over ? at : null)
                .url(event.first("link", "url", "eventlink")).alert();
    }

    private static String severity(JsonField event, String transition) {
        String priority = event.first("alertpriority", "priority", "severity");
        if (!priority.isEmpty() && !priority.equalsIgnoreCase("normal")) {
            return priority;
        }
        return transition.toLowerCase(Locale.ROOT).contains("warn") ? "warning" : event.first("alerttype");
    }

    /** The cycle lasts from trigger to recovery; without it the monitor and its scope are the alert. */
    private static String key(JsonField event) {
        String cycle = event.first("alertcyclekey", "aggregkey", "aggregationkey");
        String monitor = event.first("alertid", "monitorid");
        if (!cycle.isEmpty() || monitor.isEmpty()) {
            return cycle;
        }
        return "monitor " + monitor + " " + event.first("alertscope", "scopes", "scope", "hostname", "host");
    }

    private static Map<String, String> tags(JsonField field) {
        var tags = new LinkedHashMap<String, String>();
        boolean list = field.present() && field.node().isArray();
        Stream<String> all = list ? field.items().stream().map(JsonField::value) : Stream.of(field.value().split(","));
        all.map(String::strip).filter(tag -> !tag.isEmpty()).forEach(tag -> {
            int colon = tag.indexOf(':');
            tags.put(colon < 1 ? tag : tag.substring(0, colon), colon < 1 ? "true" : tag.substring(colon + 1));
        });
        return tags;
    }
}
