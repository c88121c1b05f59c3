package com.srecopilot.alert.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.identity.Invalid;

/**
 * How the deliveries of one source are read.
 *
 * @param mapping of its plain JSON, or null
 * @param key of its alerts, or null for the sender's own
 */
record Reading(Mapping mapping, KeyTemplate key) {

    static final String MAPPED = "generic";
    private static final Set<String> SEVERITIES = Set.of("critical", "high", "medium", "low");

    /** @throws Invalid naming the first field that is wrong */
    static Reading of(MappingForm typed) {
        MappingForm form = typed.plain();
        var paths = new LinkedHashMap<String, FieldPath>();
        Map.ofEntries(Map.entry("alerts", form.alerts()), Map.entry("title", form.title()), Map.entry("description", form.description()), Map.entry("severity", form.severity()),
                Map.entry("status", form.status()), Map.entry("service", form.service()), Map.entry("dedupKey", form.dedupKey()), Map.entry("startsAt", form.startsAt()),
                Map.entry("endsAt", form.endsAt()), Map.entry("url", form.url())).forEach((field, text) -> paths.put(field, checked(field, () -> FieldPath.of(text))));
        Map<String, String> severities = checked("severities", () -> severities(form.severities()));
        Map<String, Boolean> states = checked("states", () -> states(form.states()));
        Map<String, FieldPath> labels = checked("labels", () -> labels(form.labels()));
        KeyTemplate key = checked("key", () -> KeyTemplate.of(form.key()));
        return new Reading(form.maps() ? new Mapping(paths, labels, severities, states) : null, key);
    }

    List<IncomingAlert> read(AlertFormat format, Payload payload) {
        List<IncomingAlert> alerts = mapping != null && format.name().equals(MAPPED) ? mapping.read(payload) : format.read(payload);
        return key == null ? alerts : alerts.stream().map(key::apply).toList();
    }

    private static Map<String, String> severities(String typed) {
        var table = new LinkedHashMap<String, String>();
        MappingForm.table(typed).forEach((theirs, ours) -> {
            if (!SEVERITIES.contains(ours)) {
                throw new IllegalArgumentException("takes critical, high, medium or low after =, not \"" + ours + "\"");
            }
            table.put(theirs.toLowerCase(Locale.ROOT), ours);
        });
        return table;
    }

    private static Map<String, Boolean> states(String typed) {
        var table = new LinkedHashMap<String, Boolean>();
        MappingForm.table(typed).forEach((theirs, ours) -> {
            if (!ours.equals("firing") && !ours.equals("resolved")) {
                throw new IllegalArgumentException("takes firing or resolved after =, not \"" + ours + "\"");
            }
            table.put(theirs.toLowerCase(Locale.ROOT), ours.equals("resolved"));
        });
        return table;
    }

    private static Map<String, FieldPath> labels(String typed) {
        var labels = new LinkedHashMap<String, FieldPath>();
        MappingForm.table(typed).forEach((name, path) -> labels.put(name, FieldPath.of(path)));
        return labels;
    }

    private static <T> T checked(String field, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            throw new Invalid(field, e.getMessage(), e);
        }
    }
}
