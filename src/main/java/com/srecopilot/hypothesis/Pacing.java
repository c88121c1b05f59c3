package com.srecopilot.hypothesis;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

import com.srecopilot.tenancy.Rush;

/**
 * Lets each incident's runs follow one another at a distance: the first at once, what is asked for meanwhile in one run
 * after the pause. A storm of alerts costs a run per pause, and its last alert is not missed. While senders stand in line the
 * engine leaves the machine to them for some seconds.
 */
@Component
class Pacing implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Pacing.class);

    private static final Duration BREATH = Duration.ofSeconds(1);
    private static final int PATIENCE = 10;

    private final Rush rush;
    private final Duration pause;
    private final ThreadPoolTaskScheduler workers = new ThreadPoolTaskScheduler();
    private final Map<Key, Slot> slots = new HashMap<>();

    Pacing(HypothesisProperties properties, Rush rush) {
        this.rush = rush;
        pause = properties.pause();
        workers.setThreadNamePrefix("engine-");
        workers.setPoolSize(2);
        workers.setDaemon(true);
        workers.setWaitForTasksToCompleteOnShutdown(true);
        workers.setAwaitTerminationSeconds(10);
        workers.initialize();
        workers.getScheduledThreadPoolExecutor().setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** @return completes when a run that began after this call has ended, exceptionally when it failed */
    synchronized CompletableFuture<Void> ask(UUID tenant, int number, Runnable run) {
        Slot slot = slots.computeIfAbsent(new Key(tenant, number), key -> new Slot(tenant));
        if (slot.asked != null) {
            return slot.asked;
        }
        CompletableFuture<Void> asked = new CompletableFuture<>();
        slot.asked = asked;
        slot.run = run;
        if (!slot.resting) {
            start(slot);
        }
        return asked;
    }

    /** Not when the product stops: what was asked for is asked again by its event, after the start. */
    private void start(Slot slot) {
        slot.resting = true;
        if (!workers.getScheduledExecutor().isShutdown()) {
            workers.execute(() -> perform(slot));
        }
    }

    private void perform(Slot slot) {
        if (rush.isOn() && slot.waited++ < (rush.isCrowded(slot.tenant) ? 2 * PATIENCE : PATIENCE)) {
            later(() -> perform(slot), BREATH);
            return;
        }
        Slot due = take(slot);
        try {
            due.run.run();
            due.asked.complete(null);
        } catch (RuntimeException e) {
            log.warn("The engine could not look at an incident; its event starts another run", e);
            due.asked.completeExceptionally(e);
        } finally {
            later(() -> rested(slot), pause);
        }
    }

    private void later(Runnable work, Duration wait) {
        ScheduledExecutorService executor = workers.getScheduledExecutor();
        if (!executor.isShutdown()) {
            executor.schedule(work, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized Slot take(Slot slot) {
        Slot due = new Slot(slot.tenant);
        due.asked = slot.asked;
        due.run = slot.run;
        slot.asked = null;
        slot.waited = 0;
        return due;
    }

    private synchronized void rested(Slot slot) {
        slot.resting = false;
        if (slot.asked != null) {
            start(slot);
        } else {
            slots.values().remove(slot);
        }
    }

    @Override
    public void destroy() {
        workers.shutdown();
    }

    private record Key(UUID tenant, int number) {
    }

    private static final class Slot {

        private final UUID tenant;
        private CompletableFuture<Void> asked;
        private Runnable run;
        private boolean resting;
        private int waited;

        private Slot(UUID tenant) {
            this.tenant = tenant;
        }
    }
}
