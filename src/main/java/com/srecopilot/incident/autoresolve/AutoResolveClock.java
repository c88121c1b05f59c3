package com.srecopilot.incident.autoresolve;

import java.util.List;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/** Resolves what is due; on every node, of which one does it. */
@Component
class AutoResolveClock {

    private final Tenants tenants;
    private final AutoResolve due;

    AutoResolveClock(Tenants tenants, AutoResolve due) {
        this.tenants = tenants;
        this.due = due;
    }

    @Scheduled(initialDelayString = "30s", fixedDelayString = "30s")
    void tick() {
        tenants.with("quiet_incidents").forEach(tenant -> Actor.system(tenant, "auto-resolve").run(this::resolveAll));
    }

    void resolveAll() {
        for (List<Integer> lot = due.candidatesAfter(0); !lot.isEmpty(); lot = due.candidatesAfter(lot.get(lot.size() - 1))) {
            lot.forEach(due::resolveIfDue);
        }
    }
}
