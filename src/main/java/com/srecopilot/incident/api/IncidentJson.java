package com.srecopilot.incident.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import com.srecopilot.incident.IncidentView;

/** An incident as programs see it. */
@JsonNaming(SnakeCaseStrategy.class)
public record IncidentJson(UUID id, int number, String title, String description, String severity, String state, String serviceName,
        UUID assignedTo, List<String> tags, Instant detectedAt, Instant acknowledgedAt, Instant resolvedAt, Long mttaSeconds,
        Long mttrSeconds, int alertsTotal, int alertsFiring, int version) {

    public static IncidentJson of(IncidentView incident) {
        return new IncidentJson(incident.id(), incident.number(), incident.title(), incident.description(), incident.severity(),
                incident.state(), incident.serviceName(), incident.assigneeId(), incident.tags(), incident.detectedAt(),
                incident.acknowledgedAt(), incident.resolvedAt(), incident.mttaSeconds(), incident.mttrSeconds(),
                incident.alertsTotal(), incident.alertsFiring(), incident.version());
    }
}
