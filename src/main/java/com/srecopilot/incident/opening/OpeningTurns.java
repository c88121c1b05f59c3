package com.srecopilot.incident.opening;

import java.time.Duration;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.ProductClock;
import com.srecopilot.tenancy.Rush;
import com.srecopilot.tenancy.Turns;

/** Lets each tenant's openings follow one another: the first at once, whatever arrives meanwhile in the next. */
@Component
class OpeningTurns implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OpeningTurns.class);

    private final IncidentOpening opening;
    private final ProductClock clock;
    private final Turns<UUID> turns;

    OpeningTurns(IncidentOpening opening, ProductClock clock, Rush rush) {
        this.opening = opening;
        this.clock = clock;
        turns = new Turns<>("opening", 4, rush, Duration.ZERO);
    }

    /** What is outstanding at this call will have its incident soon. Who replays the past opens its incidents then, not now. */
    void ask(UUID tenant) {
        if (!clock.replays()) {
            turns.ask(tenant, () -> perform(tenant));
        }
    }

    /** Not in one transaction: a storm is opened batch by batch, and what is done stays done. */
    private void perform(UUID tenant) {
        Actor.system(tenant, "intake").run(() -> {
            while (opening.openForOutstanding()) {
                log.debug("More alerts wait for their incident");
            }
        });
    }

    @Override
    public void destroy() {
        turns.close();
    }
}
