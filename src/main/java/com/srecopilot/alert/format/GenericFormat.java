package com.srecopilot.alert.format;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Our own plain shape, {@code {title, description?, severity?, service?, status?, dedup_key?, labels?, starts_at?,
 * ends_at?, url?}}, one object or an array of them. An object without a title is someone else's: it is guessed.
 */
@Component
@Order(2)
public class GenericFormat implements AlertFormat {

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField root = payload.json();
        List<JsonField> alerts = root.node().isArray() ? root.items() : List.of(root);
        return alerts.stream().map(JsonField::object)
                .map(alert -> alert.at("title").present() ? documented(payload, alert) : guessed(payload, alert)).toList();
    }

    private static IncomingAlert documented(Payload payload, JsonField alert) {
        String title = alert.at("title").text();
        if (CleanText.line(title).isEmpty()) {
            throw alert.at("title").wrong("must not be empty");
        }
        alert.at("status").text();
        var guess = new Guess(alert);
        AlertDraft draft = new AlertDraft(payload).title(title)
                .description(alert.at("description").text())
                .severity(alert.at("severity").text(), guess.severity())
                .service(alert.at("service").text())
                .labels(alert.at("labels").texts())
                .dedupKey(alert.at("dedup_key").text())
                .url(alert.at("url").present() ? alert.at("url").text() : guess.url());
        return times(draft, alert, guess.over()).fingerprint(alert.at("fingerprint").text()).alert();
    }

    /** @throws Unreadable when no text can serve as a title */
    public static IncomingAlert guessed(Payload payload, JsonField alert) {
        var guess = new Guess(alert);
        String title = guess.title();
        if (CleanText.line(title).isEmpty()) {
            throw alert.at("title").wrong("is missing, and no other text can serve as a title");
        }
        AlertDraft draft = new AlertDraft(payload).note("guessed", "no title field: \"" + CleanText.cut(CleanText.line(title), 60) + "\" serves as one")
                .title(title)
                .description(guess.description())
                .severity(guess.severity())
                .service(guess.service())
                .labels(alert.scalars())
                .dedupKey(guess.key())
                .url(guess.url());
        return times(draft, alert, guess.over()).alert();
    }

    private static AlertDraft times(AlertDraft draft, JsonField alert, boolean over) {
        draft.resolved(over).startsAt(EventTime.of(alert.at(alert.at("startsAt").present() ? "startsAt" : "starts_at")));
        return over ? draft.endsAt(EventTime.of(alert.at(alert.at("endsAt").present() ? "endsAt" : "ends_at"))) : draft;
    }
}
