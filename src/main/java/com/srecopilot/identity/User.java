package com.srecopilot.identity;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** An account: who signs in, and in which role. */
@Entity
@Table(name = "users")
class User {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;
    @TenantId
    private UUID tenantId;
    @Version
    private Integer version;
    private String name;
    private String email;
    private String password;
    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "role_id")
    private Role role;
    private boolean active;
    private Instant createdAt;
    private Instant signedInAt;

    protected User() {
    }

    User(String name, String email, Role role, String passwordHash, Instant at) {
        this.name = name;
        this.email = email;
        this.role = role;
        this.password = passwordHash;
        this.active = true;
        this.createdAt = at;
    }

    UUID id() {
        return id;
    }

    Role role() {
        return role;
    }

    boolean isActive() {
        return active;
    }

    boolean isActiveAdmin() {
        return active && role.name().equals(Roles.ADMIN);
    }

    String passwordHash() {
        return password;
    }

    Instant signedInAt() {
        return signedInAt;
    }

    Person person() {
        return new Person(id, name, email, role.name(), active);
    }

    void rename(String name) {
        this.name = name;
    }

    void become(Role role) {
        this.role = role;
    }

    void disable() {
        active = false;
    }

    void enable() {
        active = true;
    }

    void usePassword(String hash) {
        password = hash;
    }
}
