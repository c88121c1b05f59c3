package com.srecopilot.incident.opening;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.ProductClock;

/**
 * Lets each tenant's openings follow one another: the first at once, whatever arrives meanwhile in the next. After each
 * it rests for as long as it took, so that a storm leaves the intake half of the machine.
 */
@Component
class OpeningTurns implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OpeningTurns.class);
    private static final long LONGEST_REST_MILLIS = 1_000;

    private final IncidentOpening opening;
    private final ProductClock clock;
    private final ThreadPoolTaskScheduler workers = new ThreadPoolTaskScheduler();
    private final Map<UUID, Turn> turns = new HashMap<>();

    OpeningTurns(IncidentOpening opening, ProductClock clock) {
        this.opening = opening;
        this.clock = clock;
        workers.setThreadNamePrefix("opening-");
        workers.setPoolSize(4);
        workers.setDaemon(true);
        workers.setWaitForTasksToCompleteOnShutdown(true);
        workers.setAwaitTerminationSeconds(20);
        workers.initialize();
        workers.getScheduledThreadPoolExecutor().setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** What is outstanding at this call will have its incident soon. Who replays the past opens its incidents then, not now. */
    synchronized void ask(UUID tenant) {
        if (!clock.replays()) {
            Turn turn = turns.computeIfAbsent(tenant, id -> new Turn());
            turn.asked = true;
            begin(tenant, turn);
        }
    }

    private void begin(UUID tenant, Turn turn) {
        if (!turn.busy && !workers.getScheduledExecutor().isShutdown()) {
            turn.busy = true;
            workers.execute(() -> perform(tenant, turn));
        }
    }

    /** Not in one transaction: a storm is opened batch by batch, and what is done stays done. */
    private void perform(UUID tenant, Turn turn) {
        take(turn);
        long began = System.nanoTime();
        try {
            Actor.system(tenant, "intake").run(() -> {
                while (opening.openForOutstanding()) {
                    log.debug("More alerts wait for their incident");
                }
            });
        } catch (RuntimeException e) {
            log.warn("Alerts wait for their incident; the next look is in some seconds", e);
        } finally {
            rest(tenant, turn, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
    }

    private void rest(UUID tenant, Turn turn, long millis) {
        if (!workers.getScheduledExecutor().isShutdown()) {
            workers.getScheduledExecutor().schedule(() -> rested(tenant, turn), Math.min(millis, LONGEST_REST_MILLIS), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void take(Turn turn) {
        turn.asked = false;
    }

    private synchronized void rested(UUID tenant, Turn turn) {
        turn.busy = false;
        if (turn.asked) {
            begin(tenant, turn);
        }
    }

    @Override
    public void destroy() {
        workers.shutdown();
    }

    private static final class Turn {

        private boolean asked;
        private boolean busy;
    }
}
