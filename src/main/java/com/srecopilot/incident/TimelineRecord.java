package com.srecopilot.incident;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

import com.srecopilot.tenancy.Actor;

/** A row of the timeline. Written once, never changed. */
@Entity
@Table(name = "timeline_entries")
class TimelineRecord {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;
    @TenantId
    private UUID tenantId;
    private UUID incidentId;
    private Instant at;
    private String kind;
    private UUID actorId;
    private String actorName;
    private String text;
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> data;
    private String once;

    protected TimelineRecord() {
    }

    TimelineRecord(UUID incidentId, Instant at, Telling telling) {
        this.incidentId = incidentId;
        this.at = at;
        this.kind = telling.kind().word();
        this.actorId = Actor.current().id();
        this.actorName = Actor.current().name();
        this.text = telling.text();
        this.data = telling.data();
        this.once = telling.once();
    }

    UUID id() {
        return id;
    }

    UUID incidentId() {
        return incidentId;
    }

    Map<String, Object> data() {
        return data;
    }
}
