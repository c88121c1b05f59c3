package com.srecopilot.audit;

import java.time.Instant;
import java.util.UUID;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** One act, as it is kept: never changed, never removed. */
@Entity
@Immutable
@Table(name = "audit_records")
class AuditRecord {

    private static final int LONGEST_USER_AGENT = 400;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;
    @TenantId
    private UUID tenantId;
    private Instant timestamp;
    private UUID userId;
    private String userEmail;
    private String action;
    private String resourceType;
    private String resourceId;
    @JdbcTypeCode(SqlTypes.JSON)
    private Auditable.Changes changes;
    private String ipAddress;
    private String userAgent;
    private String requestId;
    private boolean success;

    protected AuditRecord() {
    }

    AuditRecord(Auditable act, Actor actor, Instant timestamp) {
        this.timestamp = timestamp;
        this.userId = actor.id();
        this.userEmail = actor.email() != null ? actor.email() : actor.name();
        this.action = act.action();
        this.resourceType = act.resourceType();
        this.resourceId = act.resourceId();
        this.changes = act.changes() == null ? Auditable.Changes.NONE : act.changes();
        this.ipAddress = actor.ip();
        this.userAgent = shortened(actor.userAgent());
        this.requestId = actor.requestId();
        this.success = act.success();
    }

    private static String shortened(String userAgent) {
        boolean fits = userAgent == null || userAgent.length() <= LONGEST_USER_AGENT;
        return fits ? userAgent : userAgent.substring(0, LONGEST_USER_AGENT);
    }
}
