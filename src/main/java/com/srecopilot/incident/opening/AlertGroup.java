package com.srecopilot.incident.opening;

import java.util.Comparator;
import java.util.List;

import com.srecopilot.alert.AlertView;
import com.srecopilot.incident.IncidentDraft;
import com.srecopilot.incident.Severity;

/** Alerts of one batch that tell of one thing: those of one service; without a service, those of one title. */
record AlertGroup(String key, List<AlertView> alerts) {

    private static final Comparator<AlertView> WORST_FIRST =
            Comparator.comparing(AlertGroup::severity).thenComparing(AlertView::startsAt);

    static String keyOf(AlertView alert) {
        return hasService(alert) ? "service:" + alert.service() : "title:" + alert.title();
    }

    private static boolean hasService(AlertView alert) {
        return alert.service() != null && !alert.service().isBlank();
    }

    private static Severity severity(AlertView alert) {
        return Severity.of(alert.severity()).orElse(Severity.LOW);
    }

    Severity worst() {
        return severity(first());
    }

    private AlertView first() {
        return alerts.stream().min(WORST_FIRST).orElseThrow();
    }

    /** Why these alerts belong together, in words. */
    String reason() {
        return hasService(first()) ? "same service: " + first().service() : "same title, no service named";
    }

    IncidentDraft draft() {
        AlertView first = first();
        String title = first.title().length() <= IncidentDraft.LONGEST_TITLE ? first.title()
                : first.title().substring(0, IncidentDraft.LONGEST_TITLE - 1) + "…";
        String description = first.description() == null ? "" : first.description();
        return new IncidentDraft(title, description.length() <= 5_000 ? description : description.substring(0, 4_999) + "…",
                worst(), hasService(first) ? first.service() : "", key);
    }
}
