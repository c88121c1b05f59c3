package com.srecopilot.incident.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import com.srecopilot.incident.IncidentDraft;
import com.srecopilot.incident.Severity;

/** What a program sends to open an incident. */
@JsonNaming(SnakeCaseStrategy.class)
record NewIncident(
        @NotNull @Size(min = 5, max = 200) String title,
        @NotNull @Size(min = 10, max = 5000) String description,
        @NotNull @Pattern(regexp = "critical|high|medium|low", message = "must be critical, high, medium or low") String severity,
        @NotNull @Pattern(regexp = "[a-zA-Z0-9-]{1,200}", message = "must have letters, digits and hyphens only, 1 to 200") String serviceName) {

    IncidentDraft draft() {
        return IncidentDraft.declared(title, description, Severity.of(severity).orElseThrow(), serviceName);
    }
}
