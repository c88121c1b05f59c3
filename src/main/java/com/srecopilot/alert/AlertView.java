package com.srecopilot.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.web.util.UriUtils;

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
 * @param incident such as {@code INC-12}, or null, also when that incident is private
 * @param reason why it is part of that incident, or suppressed; or null
 */
public record AlertView(UUID id, UUID source, String sourceName, String dedupKey, String fingerprint, String title,
        String description, String severity, String status, String service, Map<String, String> labels, Instant startsAt,
        Instant endsAt, Instant lastSeenAt, long count, String incident, String reason, String url) {

    public boolean open() {
        return endsAt == null;
    }

    /** Sorts rows by severity: the worst open one has the least, and what is over the most. */
    public int rank() {
        return open() ? List.of("critical", "high", "medium", "low").indexOf(severity) : 9;
    }

    /** The page of its incident, or null. */
    public String incidentPath() {
        return incident == null ? null : "/incidents/" + incident.replaceFirst("^INC-", "");
    }

    /** The page of the incident for whose sake it is suppressed, or null. */
    public String causePath() {
        boolean downstream = status.equals("suppressed") && reason != null && reason.matches("upstream .* is the cause: INC-\\d+");
        return downstream ? "/incidents/" + reason.replaceFirst("^.*INC-", "") : null;
    }

    /** Where this alert, and those like it on its service, can be silenced. */
    public String silencePath() {
        return "/alerts/silences?matchers=" + UriUtils.encode(silenceMatchers(), StandardCharsets.UTF_8);
    }

    /** What a silence of it, and of those like it on its service, matches. */
    public String silenceMatchers() {
        return (service.isEmpty() ? "" : "service=" + quoted(service) + "\n") + "title=" + quoted(title);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
