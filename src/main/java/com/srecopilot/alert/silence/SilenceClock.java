package com.srecopilot.alert.silence;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/** Begins and ends silences when their time has come; on every node, which does no harm. */
@Component
class SilenceClock {

    private final Tenants tenants;
    private final Silences silences;

    SilenceClock(Tenants tenants, Silences silences) {
        this.tenants = tenants;
        this.silences = silences;
    }

    @Scheduled(initialDelayString = "20s", fixedDelayString = "15s")
    void tick() {
        tenants.with("silences").forEach(tenant -> Actor.system(tenant, "silences").run(silences::keepTime));
    }
}
