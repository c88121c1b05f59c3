package com.srecopilot.alert.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.srecopilot.alert.format.CleanText;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.IncomingAlert.Note;

/** A dedup key of an alert's own fields and labels: <code>{service}/{labels.alertname}</code>. Where all of them are empty the sender's key stays. */
final class KeyTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]{1,210})\\}");
    private static final Set<String> FIELDS = Set.of("service", "title", "severity", "dedup_key", "fingerprint", "url");
    private static final int LENGTH = 300;

    private final String template;

    private KeyTemplate(String template) {
        this.template = template;
    }

    /** Null for an empty one. @throws IllegalArgumentException with what is wrong about it */
    static KeyTemplate of(String template) {
        if (template.isEmpty()) {
            return null;
        }
        if (template.length() > LENGTH) {
            throw new IllegalArgumentException("takes at most " + LENGTH + " characters");
        }
        List<String> places = PLACE.matcher(template).results().map(place -> place.group(1)).toList();
        if (places.isEmpty()) {
            throw new IllegalArgumentException("needs a field such as {service} or {labels.alertname}: one key for everything would make everything one alert");
        }
        places.stream().filter(place -> !FIELDS.contains(place) && !(place.startsWith("labels.") && place.length() > 7)).findFirst().ifPresent(place -> {
            throw new IllegalArgumentException("knows no {" + place + "}, only service, title, severity, dedup_key, fingerprint, url and labels.…");
        });
        if (PLACE.matcher(template).replaceAll("").matches(".*[{}].*")) {
            throw new IllegalArgumentException("has a bracket without its other one");
        }
        return new KeyTemplate(template);
    }

    IncomingAlert apply(IncomingAlert alert) {
        var key = new StringBuilder();
        boolean[] filled = {false};
        Matcher places = PLACE.matcher(template);
        while (places.find()) {
            String value = value(alert, places.group(1));
            filled[0] |= !value.isBlank();
            places.appendReplacement(key, Matcher.quoteReplacement(value));
        }
        places.appendTail(key);
        return filled[0] ? with(alert, CleanText.key(key.toString(), 512), new Note("dedup-key", "made by this source's template"))
                : with(alert, alert.dedupKey(), new Note("dedup-key", "the sender's own: none of the template's fields is there"));
    }

    private static String value(IncomingAlert alert, String place) {
        return switch (place) {
            case "service" -> alert.service();
            case "title" -> alert.title();
            case "severity" -> alert.severity();
            case "dedup_key" -> alert.dedupKey();
            case "fingerprint" -> alert.fingerprint();
            case "url" -> alert.url();
            default -> alert.labels().getOrDefault(place.substring("labels.".length()), "");
        };
    }

    private static IncomingAlert with(IncomingAlert alert, String key, Note note) {
        var notes = new ArrayList<>(alert.notes());
        notes.add(note);
        return new IncomingAlert(key, alert.fingerprint(), alert.title(), alert.description(), alert.severity(), alert.resolved(), alert.service(),
                alert.labels(), alert.startsAt(), alert.endsAt(), alert.url(), List.copyOf(notes));
    }
}
