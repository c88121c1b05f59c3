package com.srecopilot.alert;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An alert as others see it: one firing episode of a dedup key within one source.
 *
 * @param source the ingest key it came by, and that key's name at the time
 * @param fingerprint the sender's own, verbatim; empty when it sent none
 * @param severity critical, high, medium or low
 * @param status firing, acknowledged, suppressed or resolved
 * @param service empty when the sender named none, like description and url
 * @param startsAt the sender's, to the millisecond
 * @param endsAt null until resolved
 * @param lastSeenAt when the latest delivery of it arrived
 * @param count firing deliveries; 0 when only its end was ever delivered
 * @param incident such as {@code INC-12}, or null
 * @param reason why it is part of that incident, or suppressed; or null
 */
public record AlertView(UUID id, UUID source, String sourceName, String dedupKey, String fingerprint, String title,
        String description, String severity, String status, String service, Map<String, String> labels, Instant startsAt,
        Instant endsAt, Instant lastSeenAt, long count, String incident, String reason, String url) {

    public boolean open() {
        return endsAt == null;
    }

    /** The page of its incident, or null. */
    public String incidentPath() {
        return incident == null ? null : "/incidents/" + incident.replaceFirst("^INC-", "");
    }

    /** An alert as programs read it; the rooms above show alerts in the same words. */
    public record Json(UUID id, String fingerprint, @JsonProperty("dedup_key") String dedupKey, String title, String description,
            String severity, String status, String service, String source, Map<String, String> labels,
            @JsonProperty("starts_at") Instant startsAt, @JsonProperty("ends_at") Instant endsAt,
            @JsonProperty("last_seen_at") Instant lastSeenAt, long count, String incident, String reason, String url) {

        public static Json of(AlertView alert) {
            return new Json(alert.id(), alert.fingerprint(), alert.dedupKey(), alert.title(), alert.description(), alert.severity(),
                    alert.status(), alert.service(), alert.sourceName(), alert.labels(), alert.startsAt(), alert.endsAt(),
                    alert.lastSeenAt(), alert.count(), alert.incident(), alert.reason(), alert.url());
        }
    }
}
