package com.srecopilot.telemetry.source;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.tenancy.Auditable;

/** What people do with the sources of telemetry. */
sealed interface SourceEvent extends Auditable {

    @Override
    default String resourceType() {
        return "telemetry_source";
    }

    @Override
    default String resourceId() {
        return tenant().toString();
    }

    record PrometheusSet(UUID tenant, @JsonIgnore Changes changes) implements SourceEvent {

        @Override
        public String action() {
            return "telemetry_source.set";
        }
    }

    record PrometheusDropped(UUID tenant) implements SourceEvent {

        @Override
        public String action() {
            return "telemetry_source.drop";
        }
    }
}
