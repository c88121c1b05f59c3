package com.srecopilot.catalog;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.srecopilot.tenancy.Auditable;

/** What happened to services and what they depend on; {@code subject} is the service, or the change. */
public sealed interface CatalogEvent extends Auditable {

    @Override
    default String resourceType() {
        return "service";
    }

    record ServiceRegistered(UUID tenant, UUID subject, @JsonIgnore Auditable.Changes changes) implements CatalogEvent {

        @Override
        public String action() {
            return "service.create";
        }

        @Override
        public String resourceId() {
            return subject.toString();
        }
    }

    record ServiceChanged(UUID tenant, UUID subject, @JsonIgnore Auditable.Changes changes) implements CatalogEvent {

        @Override
        public String action() {
            return "service.update";
        }

        @Override
        public String resourceId() {
            return subject.toString();
        }
    }

    /** With its dependencies and changes. */
    record ServiceRemoved(UUID tenant, UUID subject, @JsonIgnore Auditable.Changes changes) implements CatalogEvent {

        @Override
        public String action() {
            return "service.delete";
        }

        @Override
        public String resourceId() {
            return subject.toString();
        }
    }

    /** A file was taken over; each service that it changed has its own record too. */
    record CatalogImported(UUID tenant, @JsonIgnore Auditable.Changes changes) implements CatalogEvent {

        @Override
        public String action() {
            return "catalog.import";
        }

        @Override
        public String resourceType() {
            return "catalog";
        }

        @Override
        public String resourceId() {
            return "services.yaml";
        }
    }

    record DependenciesChanged(UUID tenant, UUID subject, @JsonIgnore Auditable.Changes changes) implements CatalogEvent {

        @Override
        public String action() {
            return "service.dependencies";
        }

        @Override
        public String resourceId() {
            return subject.toString();
        }
    }

    /** Services that an alert or a change named first, all of one delivery together. */
    record ServicesLearned(UUID tenant, List<UUID> subjects, @JsonIgnore Auditable.Changes changes) implements CatalogEvent {

        @Override
        public String action() {
            return "service.learn";
        }

        @Override
        public String resourceId() {
            return subjects.size() == 1 ? subjects.get(0).toString() : subjects.size() + " services";
        }
    }

    record ChangeRecorded(UUID tenant, UUID subject, @JsonIgnore Auditable.Changes changes) implements CatalogEvent {

        @Override
        public String action() {
            return "change.create";
        }

        @Override
        public String resourceType() {
            return "change";
        }

        @Override
        public String resourceId() {
            return subject.toString();
        }
    }
}
