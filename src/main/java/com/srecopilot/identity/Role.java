package com.srecopilot.identity;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** What a group of people may do, as data. */
@Entity
@Table(name = "roles")
public class Role {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;
    @TenantId
    private UUID tenantId;
    @Version
    private Integer version;
    private String name;
    private String title;
    private int position;
    private boolean builtIn;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "role_permissions", joinColumns = @JoinColumn(name = "role_id"))
    @Column(name = "permission")
    private Set<String> permissions = new TreeSet<>();

    protected Role() {
    }

    Role(String name, String title, int position, Set<String> permissions) {
        this.name = name;
        this.title = title;
        this.position = position;
        this.builtIn = true;
        this.permissions.addAll(permissions);
    }

    UUID id() {
        return id;
    }

    /** Such as {@code sre_lead}. */
    public String name() {
        return name;
    }

    /** For people: {@code SRE lead}. */
    public String title() {
        return title;
    }

    /** Sorted; {@code *} stands for all. */
    public Set<String> permissions() {
        return new TreeSet<>(permissions);
    }

    public boolean grants(String permission) {
        return permissions.contains("*") || permissions.contains(permission);
    }
}
