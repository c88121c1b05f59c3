package com.srecopilot.hypothesis.model;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.tenancy.Auditable;

/** An organisation has another language model than before, or none. */
record ModelSet(UUID tenant, @JsonIgnore Changes changes) implements Auditable {

    @Override
    public String action() {
        return "model.set";
    }

    @Override
    public String resourceType() {
        return "settings";
    }

    @Override
    public String resourceId() {
        return "model";
    }
}
