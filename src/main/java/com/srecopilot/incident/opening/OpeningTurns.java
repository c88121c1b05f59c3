package com.srecopilot.incident.opening;

import java.util.UUID;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.ProductClock;
import com.srecopilot.tenancy.Rush;
import com.srecopilot.tenancy.Turns;

/** Lets each tenant's openings follow one another: the first at once, whatever arrives meanwhile in the next. */
@Component
class OpeningTurns implements DisposableBean {

    private final IncidentOpening opening;
    private final ProductClock clock;
    private final Rush rush;
    private final Turns<UUID> turns;

    OpeningTurns(IncidentOpening opening, ProductClock clock, Rush rush) {
        this.opening = opening;
        this.clock = clock;
        this.rush = rush;
        turns = new Turns<>("opening", 4, rush, rush::isCrowded);
    }

    /** What is outstanding at this call will have its incident soon. Who replays the past opens its incidents then, not now. */
    void ask(UUID tenant) {
        if (!clock.replays()) {
            turns.ask(tenant, () -> perform(tenant));
        }
    }

    /** Not in one transaction: a storm is opened batch by batch, and what is done stays done. */
    private void perform(UUID tenant) {
        if (Actor.system(tenant, "intake").call(() -> openSome(tenant))) {
            ask(tenant);
        }
    }

    /** @return whether more wait, for the next turn */
    private boolean openSome(UUID tenant) {
        boolean more;
        do {
            more = opening.openForOutstanding();
        } while (more && !rush.isCrowded(tenant));
        return more;
    }

    @Override
    public void destroy() {
        turns.close();
    }
}
