package com.srecopilot.hypothesis.model;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.incident.IncidentView;
import com.srecopilot.tenancy.Auditable;

/** What people do with the language model. */
sealed interface ModelEvent extends Auditable {

    record SettingsChanged(UUID tenant, @JsonIgnore Changes changes) implements ModelEvent {

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

    /** An incident's evidence goes to the model. */
    record Asked(UUID tenant, int number, @JsonIgnore Changes changes) implements ModelEvent {

        @Override
        public String action() {
            return "model.ask";
        }

        @Override
        public String resourceType() {
            return "incident";
        }

        @Override
        public String resourceId() {
            return IncidentView.reference(number);
        }
    }
}
