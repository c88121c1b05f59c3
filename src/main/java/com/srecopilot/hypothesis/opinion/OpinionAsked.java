package com.srecopilot.hypothesis.opinion;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.incident.IncidentView;
import com.srecopilot.tenancy.Auditable;

/** An incident's evidence goes to the language model. */
record OpinionAsked(UUID tenant, int number, @JsonIgnore Changes changes) implements Auditable {

    @Override
    public String action() {
        return "model.ask";
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
