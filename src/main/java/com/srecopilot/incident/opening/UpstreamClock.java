package com.srecopilot.incident.opening;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/** Lets suppressed alerts call again once their cause is over; on every node, which does no harm. */
@Component
class UpstreamClock {

    private final Tenants tenants;
    private final UpstreamCauses causes;

    UpstreamClock(Tenants tenants, UpstreamCauses causes) {
        this.tenants = tenants;
        this.causes = causes;
    }

    @Scheduled(initialDelayString = "15s", fixedDelayString = "5s")
    void tick() {
        tenants.with("downstream_alerts").forEach(tenant -> Actor.system(tenant, "alerts").run(causes::liftWhatIsOver));
    }
}
