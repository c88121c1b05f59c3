package com.srecopilot.alert.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules of PagerDuty's Events API v2, in its own words. */
final class PagerDutyEvent {

    private static final Set<String> ACTIONS = Set.of("trigger", "acknowledge", "resolve");
    private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");

    private PagerDutyEvent() {
    }

    /** What is wrong with an event; empty when nothing is. */
    static List<String> errors(ObjectNode event) {
        var errors = new ArrayList<String>();
        String action = text(event, "event_action");
        if (!ACTIONS.contains(action)) {
            errors.add("'event_action' is missing or invalid (must be one of the following: 'trigger', 'acknowledge' or 'resolve')");
        }
        if (event.hasNonNull("dedup_key") && (!event.get("dedup_key").isString() || text(event, "dedup_key").length() > 255)) {
            errors.add("'dedup_key' is invalid (must be a string of at most 255 characters)");
        }
        if (action.equals("trigger")) {
            payload(event.get("payload"), errors);
        } else if (ACTIONS.contains(action) && text(event, "dedup_key").isBlank()) {
            errors.add("'dedup_key' is missing or blank");
        }
        return errors;
    }

    static String text(JsonNode object, String name) {
        JsonNode value = object == null ? null : object.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
    }

    static Map<String, Object> refusal(HttpStatus status, String reason) {
        return status == HttpStatus.BAD_REQUEST ? Map.of("status", "invalid event", "message", "Event object is invalid", "errors", List.of(reason.split("; ")))
                : Map.of("status", "error", "message", reason, "errors", List.of(reason));
    }

    private static void payload(JsonNode payload, List<String> errors) {
        if (payload == null || !payload.isObject()) {
            errors.add("'payload' is missing or blank");
            return;
        }
        for (String name : List.of("summary", "source", "severity")) {
            if (text(payload, name).isBlank()) {
                errors.add("'payload." + name + "' is missing or blank");
            }
        }
        if (!text(payload, "severity").isBlank() && !SEVERITIES.contains(text(payload, "severity"))) {
            errors.add("'payload.severity' is invalid (must be one of the following: 'critical', 'warning', 'error' or 'info')");
        }
    }
}
