package com.srecopilot.tenancy;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One organisation on this installation. */
@Entity
@Table(name = "tenants")
public class Tenant {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String name;
    private String plan;
    private Instant createdAt;

    protected Tenant() {
    }

    Tenant(UUID id, String name, String plan, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.plan = plan;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** {@code free}, {@code pro} or {@code enterprise}. */
    public String plan() {
        return plan;
    }
}
