package com.srecopilot.demo;

import static com.srecopilot.demo.Ledger.row;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.srecopilot.demo.story.Episode;
import com.srecopilot.demo.story.Episode.Shot;
import com.srecopilot.identity.IngestKey;

/** Alerts and their receipts, as the intake writes them. */
final class AlertRows {

    private final Ledger ledger;
    private final Ids ids;
    private final IngestKey key;
    private final Set<String> known = new HashSet<>();

    AlertRows(Ledger ledger, Ids ids, IngestKey key) {
        this.ledger = ledger;
        this.ids = ids;
        this.key = key;
    }

    /** @return the alert's id */
    UUID write(Shot shot, Episode episode, String reference) {
        UUID id = ids.at(shot.fired());
        var body = new AlertmanagerBody(shot, episode.service());
        ledger.add("alerts", row("id", id, "source_id", key.id(), "source_name", key.name(), "dedup_key", body.fingerprint(),
                "fingerprint", body.fingerprint(), "title", shot.summary(), "description", shot.summary(), "severity", shot.severity(),
                "status", shot.over() == null ? "firing" : "resolved", "service", shot.service(), "labels", body.labels(), "url", "",
                "starts_at", shot.fired(), "ends_at", shot.over(), "anchor", shot.fired(), "sightings", null, "count", 1,
                "received_at", shot.fired(), "last_seen_at", shot.over() == null ? shot.fired() : shot.over(), "awaits_incident", false,
                "incident", reference, "reason", reason(shot, episode, reference), "attached_at", shot.fired(), "rule", rule(shot, episode)));
        received(id, shot, body, false);
        if (shot.over() != null) {
            received(id, shot, body, true);
        }
        return id;
    }

    private void received(UUID alert, Shot shot, AlertmanagerBody body, boolean over) {
        Instant at = over ? shot.over() : shot.fired();
        UUID receipt = ids.at(at);
        String rule = over ? "resolve" : known.add(body.fingerprint()) ? "first-firing" : "firing-after-end";
        String outcome = over ? "resolved" : "opened";
        String detail = "firing 1 of the episode since " + shot.fired() + (over ? ", over at " + shot.over() : "");
        ledger.add("receipts", row("id", receipt, "received_at", at, "source_id", key.id(), "source_name", key.name(),
                "format", "alertmanager", "status", "accepted", "reason", null, "alerts", 1, "payload", body.text(over)));
        ledger.add("receipt_alerts", row("receipt_id", receipt, "ordinal", 0, "alert_id", alert, "outcome", outcome, "said", said(shot, body, over),
                "decisions", List.of(row("at", at, "step", outcome, "rule", rule, "outcome", outcome, "detail", detail))));
    }

    private static Map<String, Object> said(Shot shot, AlertmanagerBody body, boolean over) {
        return row("fingerprint", body.fingerprint(), "dedup_key", body.fingerprint(), "title", shot.summary(), "description", shot.summary(),
                "severity", shot.severity(), "status", over ? "resolved" : "firing", "service", shot.service(), "labels", body.labels(),
                "starts_at", shot.fired(), "ends_at", over ? shot.over() : null, "url", "");
    }

    private static String rule(Shot shot, Episode episode) {
        return shot == episode.shots().get(0) ? "first-of-its-cause" : shot.service().equals(episode.service()) ? "same-service" : "depends-on-cause";
    }

    private static String reason(Shot shot, Episode episode, String reference) {
        return shot == episode.shots().get(0) ? "opened " + reference : "joined " + reference + ": " + joining(shot, episode);
    }

    /** Why it belongs to the incident, as the grouping says it. */
    static String joining(Shot shot, Episode episode) {
        String where = shot.service().equals(episode.service()) ? "same service: " + shot.service()
                : shot.service() + " depends on " + episode.service();
        return where + ", " + Duration.between(episode.start(), shot.fired()).toSeconds() + " s later";
    }
}
