package com.srecopilot.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An incident as others see it.
 *
 * @param serviceName empty when unknown
 * @param acknowledgedAt the first act of a person on it
 * @param version what an edit must be based on
 * @param restricted whether only its members and admins see it
 * @param audience counted up whenever the circle of its readers changes
 */
public record IncidentView(UUID id, int number, String title, String description, String severity, String state,
        String serviceName, UUID assigneeId, List<String> tags, Instant detectedAt, Instant acknowledgedAt,
        Instant resolvedAt, int alertsTotal, int alertsFiring, int hypotheses, int version,
        boolean restricted, int audience) {

    public static String reference(int number) {
        return "INC-" + number;
    }

    /** @param reference as {@link #reference} writes it */
    public static int number(String reference) {
        return Integer.parseInt(reference.substring("INC-".length()));
    }

    /** What people call it: {@code INC-42}. */
    public String reference() {
        return reference(number);
    }

    /** Sorts rows as {@link Incidents#open} does: the worst first, then the newest. */
    public String rank() {
        return Severity.of(severity).orElseThrow().ordinal() + "%010d".formatted(9_999_999_999L - detectedAt.getEpochSecond());
    }

    /** What its page listens to: never again what an earlier circle of readers listened to. */
    public String topic() {
        return "incident:" + number + (audience == 0 ? "" : ":" + audience);
    }

    public boolean open() {
        return resolvedAt == null;
    }

    /** The alerts are gone, but nobody has said that it is over. */
    public boolean quiet() {
        return open() && alertsTotal > 0 && alertsFiring == 0;
    }

    /** Seconds from detection to resolution, or null while open. */
    public Long mttrSeconds() {
        return resolvedAt == null ? null : Duration.between(detectedAt, resolvedAt).toSeconds();
    }

    /** Seconds from detection to the first act of a person, or null while nobody has acted. */
    public Long mttaSeconds() {
        return acknowledgedAt == null ? null : Duration.between(detectedAt, acknowledgedAt).toSeconds();
    }
}
