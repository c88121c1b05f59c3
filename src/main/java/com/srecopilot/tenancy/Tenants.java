package com.srecopilot.tenancy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tenants of this installation. */
@Service
public class Tenants {

    private final TenantRepository tenants;
    private final Clock clock;

    Tenants(TenantRepository tenants, Clock clock) {
        this.tenants = tenants;
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
}
