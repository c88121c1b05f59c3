package com.srecopilot.alert.format.monitor;

import java.time.Instant;
import java.util.LinkedHashMap;
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
import com.srecopilot.alert.format.StatusWords;

/** Zabbix's webhook media type, by the macros its templates fill in; names are read without case and punctuation. */
@Component
class ZabbixFormat implements AlertFormat {

    private static final List<String> SEVERITIES = List.of("low", "low", "medium", "medium", "high", "critical");

    @Override
    public String name() {
        return "zabbix";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        return payload.json().each().stream().map(event -> read(payload, event.plainNames())).toList();
    }

    private static IncomingAlert read(Payload payload, JsonField event) {
        String title = event.first("eventname", "triggername", "alertsubject", "subject", "name", "title", "problem");
        if (CleanText.line(title).isEmpty()) {
            throw event.at("event_name").wrong("is missing");
        }
        boolean over = over(event);
        Map<String, String> tags = tags(event.at(event.at("eventtags").present() ? "eventtags" : "tags"));
        Map<String, String> labels = event.scalars();
        labels.keySet().removeAll(List.of("eventtags", "tags", "alertmessage", "message"));
        labels.putAll(tags);
        return new AlertDraft(payload).title(title)
                .description(event.first("alertmessage", "message", "triggerdescription", "description", "eventopdata"))
                .severity(severity(event))
                .service(tags.get("service"), event.first("service", "hostname", "host", "hosthost"))
                .labels(labels).dedupKey(event.first("eventid", "problemid", "id", "triggerid"))
                .resolved(over).startsAt(time(event, "eventtime", "eventdate", "lastreceived"))
                .endsAt(over ? time(event, "eventrecoverytime", "eventrecoverydate", "recoverytime") : null)
                .url(event.first("url", "triggerurl", "zabbixurl", "eventurl")).alert();
    }

    /** EVENT.VALUE is 1 for a problem and 0 once it is over. */
    private static boolean over(JsonField event) {
        String value = event.first("eventvalue", "triggervalue");
        if (value.equals("0") || value.equals("1")) {
            return value.equals("0");
        }
        return StatusWords.over(event.first("eventstatus", "triggerstatus", "status", "state", "eventvalue")).orElse(false);
    }

    private static String severity(JsonField event) {
        String theirs = event.first("eventseverity", "triggerseverity", "severity", "eventnseverity", "nseverity", "priority");
        return theirs.matches("[0-5]") ? SEVERITIES.get(Integer.parseInt(theirs)) : theirs;
    }

    private static Instant time(JsonField event, String time, String date, String whole) {
        Instant alone = EventTime.loosely(event.first(whole, date));
        return alone != null ? alone : EventTime.loosely(event.first(date) + " " + event.first(time));
    }

    /** {@code [{"tag":…,"value":…}]} as JSON or as text, {@code {EVENT.TAGSJSON}}, or {@code a:b, c:d}. */
    private static Map<String, String> tags(JsonField field) {
        var tags = new LinkedHashMap<String, String>();
        if (field.present() && field.node().isArray()) {
            field.items().forEach(tag -> tags.put(tag.object().first("tag"), tag.first("value")));
        } else if (field.present() && field.node().isObject()) {
            tags.putAll(field.scalars());
        } else {
            for (String tag : field.value().replaceAll("[\\[\\]{}\"]", "").split(",")) {
                String[] pair = tag.strip().split(":", 2);
                tags.put(pair[0], pair.length == 2 ? pair[1].strip() : "");
            }
        }
        tags.remove("");
        return tags;
    }
}
