package com.srecopilot.hypothesis.suggestion;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.incident.IncidentView;
import com.srecopilot.tenancy.Auditable;

/** A person does not want what was suggested of an incident. */
record SuggestionDismissed(UUID tenant, int number, @JsonIgnore Changes changes) implements Auditable {

    @Override
    public String action() {
        return "suggestion.dismiss";
    }

    @Override
    public String resourceType() {
        return "incident";
    }

    @Override
    public String resourceId() {
        return IncidentView.reference(number);
    }
}
