package com.srecopilot.alert.signature;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.tenancy.Auditable;

/** What people do with the signature of a source. */
sealed interface SignatureEvent extends Auditable {

    UUID source();

    @Override
    default String resourceType() {
        return "ingest_key";
    }

    @Override
    default String resourceId() {
        return source().toString();
    }

    record Required(UUID tenant, UUID source, @JsonIgnore Changes changes) implements SignatureEvent {

        @Override
        public String action() {
            return "ingest_key.require_signature";
        }
    }

    record Dropped(UUID tenant, UUID source) implements SignatureEvent {

        @Override
        public String action() {
            return "ingest_key.drop_signature";
        }
    }
}
