package com.srecopilot.alert;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An alert as programs read it; the rooms above show alerts in the same words. */
public record AlertJson(UUID id, String fingerprint, @JsonProperty("dedup_key") String dedupKey, String title, String description,
        String severity, String status, String service, String source, Map<String, String> labels,
        @JsonProperty("starts_at") Instant startsAt, @JsonProperty("ends_at") Instant endsAt,
        @JsonProperty("last_seen_at") Instant lastSeenAt, long count, String incident, String reason, String url) {

    public static AlertJson of(AlertView alert) {
        return new AlertJson(alert.id(), alert.fingerprint(), alert.dedupKey(), alert.title(), alert.description(), alert.severity(),
                alert.status(), alert.service(), alert.sourceName(), alert.labels(), alert.startsAt(), alert.endsAt(),
                alert.lastSeenAt(), alert.count(), alert.incident(), alert.reason(), alert.url());
    }
}
