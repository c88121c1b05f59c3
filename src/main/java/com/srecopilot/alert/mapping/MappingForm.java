package com.srecopilot.alert.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A mapping as a person writes it; empty fields keep what would be read without it.
 *
 * @param alerts where the alerts stand when a body holds many
 * @param severities one {@code theirs = critical} a line; likewise {@code states} and {@code labels}, {@code name = path}
 * @param key the template of the dedup key, for every format
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record MappingForm(String alerts, String title, String description, String severity, String severities, String status, String states,
        String service, String dedupKey, String startsAt, String endsAt, String url, String labels, String key) {

    static final MappingForm EMPTY = new MappingForm("", "", "", "", "", "", "", "", "", "", "", "", "", "");
    private static final int LINES = 64;

    /** The same without blanks around and with nothing absent. */
    MappingForm plain() {
        return new MappingForm(plain(alerts), plain(title), plain(description), plain(severity), plain(severities), plain(status), plain(states),
                plain(service), plain(dedupKey), plain(startsAt), plain(endsAt), plain(url), plain(labels), plain(key));
    }

    /** Whether no field of the body is mapped. */
    boolean maps() {
        return Stream.of(alerts, title, description, severity, severities, status, states, service, dedupKey, startsAt, endsAt, url, labels)
                .anyMatch(text -> !text.isEmpty());
    }

    /** @throws IllegalArgumentException with what is wrong about a line */
    static Map<String, String> table(String typed) {
        var table = new LinkedHashMap<String, String>();
        for (String line : plain(typed).split("\\R")) {
            int equals = line.indexOf('=');
            if (!line.isBlank()) {
                if (equals < 1 || line.substring(equals + 1).isBlank()) {
                    throw new IllegalArgumentException("takes lines with = between two words, not \"" + line.strip() + "\"");
                }
                table.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            }
        }
        if (table.size() > LINES) {
            throw new IllegalArgumentException("takes at most " + LINES + " lines");
        }
        return table;
    }

    private static String plain(String typed) {
        String text = typed == null ? "" : typed.strip();
        return text.length() > 5_000 ? text.substring(0, 5_000) : text;
    }
}
