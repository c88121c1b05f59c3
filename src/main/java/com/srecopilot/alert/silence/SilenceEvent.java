package com.srecopilot.alert.silence;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.tenancy.Auditable;

/** What people do with silences and maintenance windows. */
sealed interface SilenceEvent extends Auditable {

    UUID silence();

    @Override
    default String resourceType() {
        return "silence";
    }

    @Override
    default String resourceId() {
        return silence().toString();
    }

    record Created(UUID tenant, UUID silence, @JsonIgnore Changes changes) implements SilenceEvent {

        @Override
        public String action() {
            return "silence.create";
        }
    }

    record Ended(UUID tenant, UUID silence, @JsonIgnore Changes changes) implements SilenceEvent {

        @Override
        public String action() {
            return "silence.end";
        }
    }
}
