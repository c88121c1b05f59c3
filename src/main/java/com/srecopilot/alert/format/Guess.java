package com.srecopilot.alert.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads an object whose shape nobody promised, by the usual names of things. Names are compared without case and
 * punctuation, and what stands further out counts first.
 */
public final class Guess {

    private static final int DEPTH = 4;
    private static final List<String> TITLE = List.of("title", "name", "subject", "summary", "alertname", "rulename",
            "checkname", "monitorname", "eventdefinitiontitle", "message", "msg", "event", "text", "description");
    private static final List<String> DESCRIPTION = List.of("description", "details", "message", "msg", "body", "text",
            "output", "reason", "messagebody", "longoutput");
    private static final List<String> SEVERITY = List.of("severity", "priority", "level", "urgency");
    private static final List<String> STATUS = List.of("status", "state", "alertstate", "alertstatus", "action", "eventaction",
            "alertaction", "alerttype", "notificationtype", "transition", "eventtype", "type", "event", "severity");
    private static final List<String> SERVICE = List.of("service", "servicename", "app", "application", "component");
    private static final List<String> KEY = List.of("dedupkey", "alias", "fingerprint", "alertkey", "incidentkey", "incidentid",
            "monitorid", "checkid", "alertid", "ruleid", "eventdefinitionid");
    private static final List<String> URL = List.of("url", "link", "alerturl", "permalink", "detectorurl", "href");

    private final List<Found> values = new ArrayList<>();

    /** A scalar somewhere inside, and the name it stands under. */
    private record Found(int depth, String name, String text) {
    }

    public Guess(JsonField object) {
        List<JsonField> level = List.of(object);
        for (int depth = 0; depth < DEPTH; depth++) {
            var inner = new ArrayList<JsonField>();
            for (JsonField field : level) {
                collect(depth, field, inner);
            }
            level = inner;
        }
    }

    public String title() {
        return first(TITLE).or(() -> any(found -> found.name.matches(".*(title|message|name|summary|subject).*")))
                .or(() -> any(found -> found.text.matches("(?s).*\\p{L}.*"))).orElse("");
    }

    public String description() {
        return first(DESCRIPTION).orElse("");
    }

    public String severity() {
        return first(SEVERITY).orElse("");
    }

    public String service() {
        return first(SERVICE).orElse("");
    }

    public String key() {
        return first(KEY).orElse("");
    }

    public String url() {
        return named(URL).filter(text -> text.startsWith("http")).findFirst().orElse("");
    }

    /** Whether it says that the alert is over; something unclear fires. */
    public boolean over() {
        return named(STATUS).map(StatusWords::over).flatMap(Optional::stream).findFirst().orElse(false);
    }

    private Optional<String> first(List<String> names) {
        return named(names).findFirst();
    }

    private Stream<String> named(List<String> names) {
        return IntStream.range(0, DEPTH).boxed().flatMap(depth -> names.stream().flatMap(name -> values.stream()
                .filter(found -> found.depth == depth && found.name.equals(name)).map(Found::text)));
    }

    private Optional<String> any(Predicate<Found> fits) {
        return values.stream().filter(fits).map(Found::text).findFirst();
    }

    private void collect(int depth, JsonField object, List<JsonField> inner) {
        for (String name : object.node().propertyNames()) {
            JsonField child = object.at(name);
            String text = child.scalar();
            if (child.present() && child.node().isObject()) {
                inner.add(child);
            } else if (!text.isBlank() && !isPlaceholder(text)) {
                values.add(new Found(depth, name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""), text));
            }
        }
    }

    /** A template variable that the sender left unfilled. */
    private static boolean isPlaceholder(String text) {
        return text.matches("\\$[A-Z0-9_]+");
    }
}
