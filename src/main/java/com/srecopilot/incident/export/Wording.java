package com.srecopilot.incident.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.srecopilot.alert.AlertJson;
import com.srecopilot.catalog.ChangeView;
import com.srecopilot.incident.api.IncidentJson;
import com.srecopilot.incident.evidence.EvidenceJson;
import com.srecopilot.incident.status.StatusUpdate;

/** What both readable forms say, in the same words. Nothing in here is escaped. */
final class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Wording() {
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** The facts at the head, in reading order; unknown ones are left out. */
    static Map<String, String> facts(Dossier dossier) {
        IncidentJson incident = dossier.incident();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Severity", incident.severity());
        facts.put("State", incident.state());
        facts.put("Service", incident.serviceName());
        facts.put("Assignee", dossier.assignee() == null ? "nobody" : dossier.assignee());
        facts.put("Detected", time(incident.detectedAt()));
        facts.put("Acknowledged", incident.acknowledgedAt() == null ? "" : time(incident.acknowledgedAt()));
        facts.put("Resolved", incident.resolvedAt() == null ? "" : time(incident.resolvedAt()));
        facts.put("Tags", String.join(", ", incident.tags()));
        facts.values().removeIf(String::isBlank);
        return facts;
    }

    static String alert(AlertJson alert) {
        return alert.title() + " (" + alert.severity() + (alert.service().isEmpty() ? "" : ", " + alert.service()) + "), since "
                + time(alert.startsAt()) + (alert.endsAt() == null ? ", " + alert.status() : ", resolved " + time(alert.endsAt()));
    }

    static String change(ChangeView change) {
        return (change.service() + " " + change.version()).strip() + " (" + change.kind() + "), " + time(change.at())
                + (change.summary().isEmpty() ? "" : ": " + change.summary());
    }

    static String update(StatusUpdate update) {
        return time(update.at()) + ", " + update.state() + ": " + update.text() + " (" + update.author() + ")";
    }

    static String evidence(EvidenceJson evidence) {
        String what = "link".equals(evidence.kind()) ? evidence.url() : evidence.mediaType() + ", " + evidence.bytes() + " bytes";
        return evidence.name() + " (" + what + "), added " + time(evidence.addedAt()) + " by " + evidence.addedBy()
                + (evidence.note().isEmpty() ? "" : ": " + evidence.note());
    }

    static String line(Dossier.Line line) {
        return line.byPerson() ? line.text() + ", by " + line.actor() : line.text();
    }

    static String origin(Dossier dossier) {
        return "Exported " + time(dossier.exportedAt()) + " by " + dossier.exportedBy() + ". Times are UTC.";
    }
}
