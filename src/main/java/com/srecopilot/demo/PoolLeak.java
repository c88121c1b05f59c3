package com.srecopilot.demo;

import java.time.Instant;
import java.util.Map;

import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import com.srecopilot.demo.pulse.Disturbance;
import com.srecopilot.demo.pulse.Pulse;
import com.srecopilot.demo.pulse.Strain;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Actor;

/** What is broken at acme when the demo starts shows in its telemetry until somebody resolves the incident. */
@Component
@Profile("demo")
class PoolLeak {

    private static final Map<String, Strain> STRAINS = Map.of(
            "checkout-service", new Strain(0.18, 3.9, 0.7, 1.2, 1, "HikariPool-1 - Connection is not available, request timed out after 30000ms (total=50, active=50, idle=0, waiting=#)"),
            "payment-service", new Strain(0, 0, 2.2, 1, 0, ""), "orders-db", new Strain(0, 0, 1, 1, 1, ""));

    private final Incidents incidents;
    private final Pulse pulse;

    PoolLeak(Incidents incidents, Pulse pulse) {
        this.incidents = incidents;
        this.pulse = pulse;
    }

    /** @param start of the incident; it begins with the deployment six minutes before */
    static Disturbance since(Instant start) {
        return new Disturbance(STRAINS, start.minusSeconds(6 * 60), start, null);
    }

    @Scheduled(initialDelayString = "5s", fixedDelayString = "30s")
    void look() {
        pulse.stand(DemoCast.ACME, Actor.system(DemoCast.ACME, "pulse").call(() -> incidents.open()).stream().filter(incident -> incident.title().equals(Present.POOL))
                .findFirst().map(IncidentView::detectedAt).map(PoolLeak::since).orElse(null));
    }
}
