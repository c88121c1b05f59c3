package com.srecopilot.alert;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.srecopilot.tenancy.Auditable;
import com.srecopilot.tenancy.TenantEvent;

/**
 * What happened to alerts. Intake publishes one event a commit, never one an alert; listeners re-read what it names.
 * A receipt is the record of an alert, so only what people do is audited.
 */
public sealed interface AlertEvent extends TenantEvent {

    /** Each of these deliveries began at least one episode: see {@link Alerts#ofReceipts}. */
    record Fired(UUID tenant, List<UUID> receipts) implements AlertEvent {
    }

    /** Each of these deliveries ended at least one episode. */
    record Resolved(UUID tenant, List<UUID> receipts) implements AlertEvent {
    }

    /** Alerts were joined to incidents. Names some of them, for open pages. */
    record Attached(UUID tenant, List<UUID> alerts) implements AlertEvent {

        static final int SHOWN = 50;
    }

    /** The status of alerts that fire has changed: silenced, or silent no longer. Names some of them, for open pages. */
    record Reconsidered(UUID tenant, List<UUID> alerts) implements AlertEvent {

        public static final int SHOWN = 50;
    }

    /** Somebody took note of an alert. */
    record Acknowledged(UUID tenant, UUID alert, @JsonIgnore Auditable.Changes changes) implements AlertEvent, Auditable {

        @Override
        public String action() {
            return "alert.acknowledge";
        }

        @Override
        public String resourceType() {
            return "alert";
        }

        @Override
        public String resourceId() {
            return alert.toString();
        }
    }

    /** An acknowledgement was taken back. */
    record Unacknowledged(UUID tenant, UUID alert, @JsonIgnore Auditable.Changes changes) implements AlertEvent, Auditable {

        @Override
        public String action() {
            return "alert.unacknowledge";
        }

        @Override
        public String resourceType() {
            return "alert";
        }

        @Override
        public String resourceId() {
            return alert.toString();
        }
    }
}
