package com.srecopilot.hypothesis;

import java.util.UUID;

import com.srecopilot.tenancy.Auditable;

/** The engine looked at an incident long over. No {@link HypothesisEvent}: of thousands of these, none is pushed to pages. */
record LookedBack(UUID tenant, int number, Changes changes) implements Auditable {

    @Override
    public String action() {
        return "hypothesis.conclude";
    }

    @Override
    public String resourceType() {
        return "incident";
    }

    @Override
    public String resourceId() {
        return "INC-" + number;
    }
}
