package com.srecopilot.alert.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.srecopilot.alert.format.IncomingAlert.Note;

/**
 * Collects what a format read of one alert and brings it within our limits: a title of 300 characters, a description of
 * 15 000, a service of 200, a key and a fingerprint of 512, 64 labels of 200 and 1 000. What is cut ends in "…" and
 * leaves a note; the receipt keeps the whole body.
 */
public final class AlertDraft {

    private static final int LABELS = 64;
    private static final List<String> WEB = List.of("https://", "http://");
    private static final int LONGEST_URL = 2_000;

    private final Instant receivedAt;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private String dedupKey = "";
    private String fingerprint = "";
    private String title = "";
    private String description = "";
    private String severity = "";
    private String service = "";
    private String url = "";
    private boolean resolved;
    private Instant startsAt;
    private Instant endsAt;

    public AlertDraft(Payload payload) {
        this.receivedAt = payload.receivedAt();
    }

    public AlertDraft dedupKey(String key) {
        dedupKey = CleanText.key(key, 512);
        return this;
    }

    public AlertDraft fingerprint(String theirs) {
        fingerprint = limited("fingerprint", theirs, 512);
        return this;
    }

    /** The first that says something. */
    public AlertDraft title(String... candidates) {
        title = cut("title", CleanText.line(firstOf(candidates)), 300);
        return this;
    }

    /** Another place where the sender shows it: a line at the end of the description. */
    public AlertDraft link(String name, String address) {
        String clean = CleanText.line(address);
        if (!clean.isEmpty()) {
            description = limited("description", (description + "\n" + name + ": " + clean).strip(), 15_000);
        }
        return this;
    }

    public AlertDraft description(String... candidates) {
        description = limited("description", firstOf(candidates).strip(), 15_000);
        return this;
    }

    public AlertDraft severity(String... candidates) {
        String theirs = firstOf(candidates);
        Optional<String> ours = SeverityWords.ours(theirs);
        severity = ours.orElse("low");
        if (theirs.isEmpty()) {
            note("severity-unknown", "no severity given, low assumed");
        } else if (ours.isEmpty()) {
            note("severity-unknown", "\"" + CleanText.cut(CleanText.line(theirs), 40) + "\" is no severity we know, low assumed");
        }
        return this;
    }

    public AlertDraft service(String... candidates) {
        service = cut("service", CleanText.line(firstOf(candidates)), 200);
        return this;
    }

    public AlertDraft labels(Map<String, String> theirs) {
        if (theirs.size() > LABELS) {
            note("labels-cut", theirs.size() + " labels, " + LABELS + " kept");
        }
        int left = LABELS;
        for (Map.Entry<String, String> label : theirs.entrySet()) {
            if (left-- == 0) {
                break;
            }
            String name = cut("label name", CleanText.line(label.getKey()), 200);
            labels.put(name, limited("label", name, label.getValue(), 1_000));
        }
        return this;
    }

    /** Only web addresses: anything else could act when clicked. */
    public AlertDraft url(String theirs) {
        String clean = CleanText.line(theirs);
        url = isWeb(clean) ? clean : "";
        return this;
    }

    public AlertDraft resolved(boolean over) {
        resolved = over;
        return this;
    }

    public AlertDraft startsAt(Instant theirs) {
        startsAt = plausible("start", theirs);
        return this;
    }

    public AlertDraft endsAt(Instant theirs) {
        endsAt = plausible("end", theirs);
        return this;
    }

    public AlertDraft note(String rule, String detail) {
        notes.add(new Note(rule, detail));
        return this;
    }

    public IncomingAlert alert() {
        return new IncomingAlert(dedupKey.isEmpty() ? defaultKey() : dedupKey, fingerprint, title, description, severity,
                resolved, service, Collections.unmodifiableMap(labels), startsAt, resolved ? endsAt : null, url,
                List.copyOf(notes));
    }

    /** A sender without keys at least repeats its service and title. */
    private String defaultKey() {
        return CleanText.key(service.isEmpty() ? title : service + ": " + title, 512);
    }

    private static boolean isWeb(String address) {
        return address.length() <= LONGEST_URL && WEB.stream().anyMatch(scheme -> address.length() > scheme.length() && address.regionMatches(true, 0, scheme, 0, scheme.length()))
                && address.chars().noneMatch(c -> c == '"' || c == '\'' || c == '<' || c == '>' || Character.isWhitespace(c));
    }

    private Instant plausible(String which, Instant theirs) {
        if (theirs == null) {
            return null;
        }
        if (EventTime.unknown(theirs)) {
            note(which + "-unknown", theirs + " is a zero value, the time of receipt counts");
            return null;
        }
        if (EventTime.tooFarAhead(theirs, receivedAt)) {
            note(which + "-in-future", theirs + " is more than a day ahead, the time of receipt counts");
            return null;
        }
        return theirs;
    }

    private String limited(String what, String text, int limit) {
        return limited(what, "", text, limit);
    }

    private String limited(String what, String name, String text, int limit) {
        String clean = CleanText.of(text);
        if (clean.length() < text.length()) {
            note("characters-stripped", (what + " " + name).strip() + " held control characters");
        }
        return clean.length() > limit ? cut((what + " " + name).strip(), clean, limit) : clean;
    }

    private String cut(String what, String clean, int limit) {
        if (clean.length() > limit) {
            note("text-truncated", what + " of " + clean.length() + " characters, " + limit + " kept");
        }
        return CleanText.cut(clean, limit);
    }

    private static String firstOf(String... candidates) {
        for (String text : candidates) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
