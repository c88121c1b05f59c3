package com.srecopilot.alert.mapping;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.tenancy.Auditable;

/** What people do with the mapping of a source. */
sealed interface MappingEvent extends Auditable {

    UUID source();

    @Override
    default String resourceType() {
        return "ingest_key";
    }

    @Override
    default String resourceId() {
        return source().toString();
    }

    record Saved(UUID tenant, UUID source, @JsonIgnore Changes changes) implements MappingEvent {

        @Override
        public String action() {
            return "ingest_key.map";
        }
    }
}
