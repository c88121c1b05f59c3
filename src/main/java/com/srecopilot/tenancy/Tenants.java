package com.srecopilot.tenancy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tenants of this installation. */
@Service
public class Tenants {

    private final TenantRepository tenants;
    private final JdbcClient jdbc;
    private final Clock clock;

    Tenants(TenantRepository tenants, JdbcClient jdbc, Clock clock) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Creates the tenant that the current actor is bound to. */
    @Transactional
    public Tenant create(String name, String plan) {
        return tenants.save(new Tenant(Actor.current().tenant(), name, plan, clock.instant()));
    }

    @Transactional(readOnly = true)
    public Tenant current() {
        return tenants.findById(Actor.current().tenant()).orElseThrow();
    }

    /** Every tenant's id, for jobs that visit all of them. */
    @Transactional(readOnly = true)
    public List<UUID> ids() {
        return tenants.allIds();
    }

    /**
     * Those for whom a job has something to do: one question for all, where a transaction for each would be a constant load.
     *
     * @param work what a function {@code tenants_with_…()} of the schema is named by, such as {@code silences}
     */
    public List<UUID> with(String work) {
        return jdbc.sql("select tenants_with_" + work + "()").query(UUID.class).list();
    }

    /** The same for work that is due since a time. */
    public List<UUID> with(String work, Instant before) {
        return jdbc.sql("select tenants_with_" + work + "(?)").param(before.atOffset(ZoneOffset.UTC)).query(UUID.class).list();
    }
}
