package com.srecopilot.incident.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a program changes; absent fields stay.
 *
 * @param assignedTo a person's id or e-mail, or JSON null for nobody
 * @param note goes with the change of state or severity
 */
@JsonNaming(SnakeCaseStrategy.class)
record IncidentPatch(
        @NotNull(message = "is needed: the version that the change is based on") Integer version,
        @Size(min = 5, max = 200) String title,
        @Size(min = 10, max = 5000) String description,
        @Pattern(regexp = "[a-zA-Z0-9-]{0,200}", message = "must have letters, digits and hyphens only") String serviceName,
        @Pattern(regexp = "critical|high|medium|low", message = "must be critical, high, medium or low") String severity,
        @Pattern(regexp = "detected|investigating|resolved", message = "must be detected, investigating or resolved") String state,
        JsonNode assignedTo,
        @Size(max = 5000) String note) {

    boolean changesText() {
        return title != null || description != null || serviceName != null;
    }
}
