package com.srecopilot.incident.autoresolve;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.tenancy.Auditable;

/** Somebody has changed which incidents are resolved without a person. */
record QuietRulesChanged(UUID tenant, @JsonIgnore Auditable.Changes changes) implements Auditable {

    @Override
    public String action() {
        return "autoresolve.update";
    }

    @Override
    public String resourceType() {
        return "autoresolve";
    }

    @Override
    public String resourceId() {
        return "rules";
    }
}
