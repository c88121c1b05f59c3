package com.srecopilot.telemetry.source;

import java.time.Instant;
import java.util.List;

/**
 * The Prometheus of a tenant.
 *
 * @param token encrypted, or null
 * @param readUntil samples up to here are ours; null before the first
 * @param readAt when it last answered, or null
 * @param series in the last answer, or null
 * @param failedAt when it last failed, or null
 */
public record PrometheusSource(String url, byte[] token, String selectors, Instant readUntil, Instant readAt, Integer series, Instant failedAt, String failure) {

    List<String> lines() {
        return selectors.lines().toList();
    }

    /** Whether the last word of it was a failure. */
    public boolean failing() {
        return failedAt != null && (readAt == null || failedAt.isAfter(readAt));
    }

    @Override
    public String toString() {
        return "PrometheusSource[" + url + "]";
    }
}
