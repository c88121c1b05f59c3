package com.srecopilot.incident;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.tenancy.Auditable;
import com.srecopilot.tenancy.TenantEvent;

/** What happens to incidents. Listeners re-read what they show. */
public sealed interface IncidentEvent extends Auditable {

    int number();

    @Override
    default String resourceType() {
        return "incident";
    }

    @Override
    default String resourceId() {
        return IncidentView.reference(number());
    }

    record Opened(UUID tenant, int number, @JsonIgnore Changes changes) implements IncidentEvent {

        @Override
        public String action() {
            return "incident.create";
        }
    }

    /** Alerts joined these incidents, or some of their alerts resolved. The alerts' receipts are the record of it. */
    record AlertsChanged(UUID tenant, List<Integer> numbers, boolean joined) implements TenantEvent {
    }

    record StateChanged(UUID tenant, int number, String state, @JsonIgnore Changes changes) implements IncidentEvent {

        @Override
        public String action() {
            return "incident." + ("resolved".equals(state) ? "resolve" : "update");
        }
    }

    /** Title, description, service, severity, tags or assignee. */
    record Edited(UUID tenant, int number, @JsonIgnore Changes changes) implements IncidentEvent {

        @Override
        public String action() {
            return "incident.update";
        }
    }

    record Noted(UUID tenant, int number, @JsonIgnore Changes changes) implements IncidentEvent {

        @Override
        public String action() {
            return "incident.note";
        }
    }

    /** Its readers were told where it stands. */
    record StatusUpdated(UUID tenant, int number, @JsonIgnore Changes changes) implements IncidentEvent {

        @Override
        public String action() {
            return "incident.status";
        }
    }

    /**
     * Others may read it from now on than before.
     *
     * @param before the topic that its pages listened to
     * @param lost what those listen to in whose lists it stands no more, or null
     */
    record AccessChanged(UUID tenant, int number, String before, String lost, @JsonIgnore Changes changes) implements IncidentEvent {

        @Override
        public String action() {
            return "incident.access";
        }
    }

    record EvidenceChanged(UUID tenant, int number, @JsonIgnore Changes changes) implements IncidentEvent {

        @Override
        public String action() {
            return "incident.evidence";
        }
    }

    record Deleted(UUID tenant, int number, @JsonIgnore Changes changes) implements IncidentEvent {

        @Override
        public String action() {
            return "incident.delete";
        }
    }
}
