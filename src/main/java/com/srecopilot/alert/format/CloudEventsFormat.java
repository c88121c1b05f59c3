package com.srecopilot.alert.format;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/** CloudEvents 1.0, structured, batched or binary. The subject is the alert; without one the data's own key, or source and type. */
@Component
class CloudEventsFormat implements AlertFormat {

    private static final List<String> REQUIRED = List.of("id", "source", "specversion", "type");

    @Override
    public String name() {
        return "cloudevents";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        if (!payload.header("ce-specversion").isEmpty()) {
            return List.of(read(payload, binary(payload), data(payload)));
        }
        return payload.json().each().stream().map(JsonField::object).map(event -> read(payload, structured(event), event.at("data"))).toList();
    }

    private static IncomingAlert read(Payload payload, Map<String, String> event, JsonField data) {
        String type = event.get("type");
        boolean object = data.present() && data.node().isObject();
        Guess guess = object ? new Guess(data) : null;
        String subject = event.getOrDefault("subject", "");
        boolean over = StatusWords.over(type).orElse(object && guess.over());
        Instant at = EventTime.loosely(event.getOrDefault("time", ""));
        String source = event.get("source");
        return new AlertDraft(payload).title(object ? guess.title() : data.scalar(), subject.isEmpty() ? type : type + ": " + subject)
                .description(object ? guess.description() : data.scalar())
                .severity(event.get("severity"), object ? guess.severity() : "")
                .service(object ? guess.service() : "", event.get("service"))
                .labels(event)
                .dedupKey(key(source, type, subject, object ? guess.key() : ""))
                .resolved(over).startsAt(over ? null : at).endsAt(over ? at : null)
                .url(object ? guess.url() : "").alert();
    }

    private static String key(String source, String type, String subject, String own) {
        if (!subject.isBlank()) {
            return source + " " + subject;
        }
        return own.isBlank() ? source + " " + type : source + " " + own;
    }

    private static Map<String, String> structured(JsonField event) {
        for (String name : REQUIRED) {
            if (event.at(name).value().isBlank()) {
                throw event.at(name).wrong("is missing: it is no CloudEvent");
            }
        }
        Map<String, String> attributes = event.scalars();
        attributes.remove("data");
        attributes.remove("data_base64");
        return attributes;
    }

    private static Map<String, String> binary(Payload payload) {
        var attributes = new LinkedHashMap<String, String>();
        payload.headers().forEach((name, value) -> {
            if (name.startsWith("ce-")) {
                attributes.put(name.substring(3), value);
            }
        });
        REQUIRED.stream().filter(name -> attributes.getOrDefault(name, "").isBlank()).findFirst().ifPresent(name -> {
            throw new Unreadable("ce-" + name, "ce-" + name + " is missing: it is no CloudEvent");
        });
        return attributes;
    }

    private static JsonField data(Payload payload) {
        return payload.body().length == 0 ? new JsonField(null, "") : payload.json();
    }
}
