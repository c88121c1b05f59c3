package com.srecopilot.alert.mapping;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.srecopilot.alert.format.AlertDraft;
import com.srecopilot.alert.format.CleanText;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.Guess;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.StatusWords;
import com.srecopilot.alert.format.Unreadable;

/** Reads a body by paths. What has no path is guessed as it would be without a mapping. */
final class Mapping {

    private static final int MOST = 2_000;

    private final Map<String, FieldPath> paths;
    private final Map<String, FieldPath> labels;
    private final Map<String, String> severities;
    private final Map<String, Boolean> states;

    /** @param paths by the names of the form's fields */
    Mapping(Map<String, FieldPath> paths, Map<String, FieldPath> labels, Map<String, String> severities, Map<String, Boolean> states) {
        this.paths = paths;
        this.labels = labels;
        this.severities = severities;
        this.states = states;
    }

    /** @throws Unreadable naming the field that can't be read */
    List<IncomingAlert> read(Payload payload) {
        JsonField body = payload.json();
        List<JsonField> alerts = alerts(body);
        if (alerts.size() > MOST) {
            throw new Unreadable("alerts", "The body holds more than " + MOST + " alerts, which a mapping reads at most");
        }
        return alerts.stream().map(JsonField::object).map(alert -> alert(payload, body, alert)).toList();
    }

    private List<JsonField> alerts(JsonField body) {
        if (path("alerts").none()) {
            return body.each();
        }
        List<JsonField> found = path("alerts").find(body, body, MOST + 1);
        if (found.isEmpty()) {
            throw new Unreadable("alerts", "The mapping finds no alerts in the body");
        }
        return found.stream().flatMap(each -> each.each().stream()).limit(MOST + 1L).toList();
    }

    private IncomingAlert alert(Payload payload, JsonField body, JsonField alert) {
        var guess = new Guess(alert);
        String title = value("title", body, alert).orElseGet(guess::title);
        if (CleanText.line(title).isEmpty()) {
            throw alert.at("title").wrong("is missing: the mapping finds no title");
        }
        AlertDraft draft = new AlertDraft(payload).title(title)
                .description(value("description", body, alert).orElseGet(guess::description))
                .severity(severity(value("severity", body, alert).orElseGet(guess::severity)))
                .service(value("service", body, alert).orElseGet(guess::service))
                .labels(labels(body, alert))
                .dedupKey(value("dedupKey", body, alert).orElseGet(guess::key))
                .url(value("url", body, alert).orElseGet(guess::url));
        boolean over = over(draft, value("status", body, alert), guess);
        return draft.resolved(over).startsAt(time(draft, "startsAt", body, alert)).endsAt(over ? time(draft, "endsAt", body, alert) : null).alert();
    }

    private String severity(String theirs) {
        return severities.getOrDefault(theirs.strip().toLowerCase(Locale.ROOT), theirs);
    }

    private boolean over(AlertDraft draft, Optional<String> theirs, Guess guess) {
        if (theirs.isEmpty()) {
            return guess.over();
        }
        Optional<Boolean> over = Optional.ofNullable(states.get(theirs.get().strip().toLowerCase(Locale.ROOT))).or(() -> StatusWords.over(theirs.get()));
        if (over.isEmpty()) {
            draft.note("status-unknown", "\"" + CleanText.cut(CleanText.line(theirs.get()), 40) + "\" is no state we know, firing assumed");
        }
        return over.orElse(false);
    }

    private Map<String, String> labels(JsonField body, JsonField alert) {
        if (labels.isEmpty()) {
            return alert.at("labels").present() && alert.at("labels").node().isObject() ? alert.at("labels").scalars() : alert.scalars();
        }
        var found = new LinkedHashMap<String, String>();
        labels.forEach((name, path) -> {
            if (name.equals("*")) {
                path.find(body, alert, 10).stream().filter(field -> field.node().isObject()).forEach(field -> found.putAll(field.scalars()));
            } else {
                found.put(name, path.value(body, alert));
            }
        });
        found.values().removeIf(String::isBlank);
        return found;
    }

    private Instant time(AlertDraft draft, String field, JsonField body, JsonField alert) {
        String theirs = value(field, body, alert).orElseGet(() -> alert.at(field.replace("At", "_at")).scalar());
        Instant time = theirs.isBlank() ? null : EventTime.loosely(theirs);
        if (time == null && !theirs.isBlank()) {
            draft.note("time-unknown", "\"" + CleanText.cut(CleanText.line(theirs), 40) + "\" is no time we know");
        }
        return time;
    }

    /** Empty when the field has no path: then it is guessed. One that finds nothing is "". */
    private Optional<String> value(String field, JsonField body, JsonField alert) {
        FieldPath path = path(field);
        return path.none() ? Optional.empty() : Optional.of(path.value(body, alert));
    }

    private FieldPath path(String field) {
        return paths.getOrDefault(field, FieldPath.NONE);
    }
}
