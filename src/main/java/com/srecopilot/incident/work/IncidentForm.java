package com.srecopilot.incident.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.validation.Errors;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.incident.IncidentDraft;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Severity;

/**
 * An incident as a person writes it.
 *
 * @param version what an edit is based on; not needed to declare
 */
record IncidentForm(
        @NotNull(message = "A title is needed.") @Size(min = 5, max = 200, message = "The title needs 5 to 200 characters.") String title,
        @NotNull(message = "Say what is going wrong.") @Size(min = 10, max = 5000, message = "The description needs 10 to 5000 characters.") String description,
        @NotNull(message = "Choose how bad it is.") @Pattern(regexp = "critical|high|medium|low", message = "Severity is critical, high, medium or low.") String severity,
        @Size(max = 200, message = "A service name has 200 characters at most.") String service,
        Integer version) {

    static IncidentForm empty(String service) {
        return new IncidentForm("", "", "high", service, null);
    }

    static IncidentForm of(IncidentView incident) {
        return new IncidentForm(incident.title(), incident.description(), incident.severity(), incident.serviceName(), incident.version());
    }

    /** A name that nobody has used yet is a plain one; a service that senders have named otherwise can be chosen all the same. */
    void check(Catalog catalog, Errors errors) {
        if (service != null && !service.matches("[a-zA-Z0-9-]*") && catalog.find(service).isEmpty()) {
            errors.rejectValue("service", "unknown", "A new service name has letters, digits and hyphens only.");
        }
    }

    IncidentDraft draft() {
        return IncidentDraft.declared(title.strip(), description.strip(), Severity.of(severity).orElseThrow(), service);
    }
}
