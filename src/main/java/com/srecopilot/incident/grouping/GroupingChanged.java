package com.srecopilot.incident.grouping;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.tenancy.Auditable;

/** Somebody has changed how alerts are gathered. */
record GroupingChanged(UUID tenant, @JsonIgnore Auditable.Changes changes) implements Auditable {

    @Override
    public String action() {
        return "grouping.update";
    }

    @Override
    public String resourceType() {
        return "grouping";
    }

    @Override
    public String resourceId() {
        return "rules";
    }
}
