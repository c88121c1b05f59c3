package com.srecopilot.hypothesis.lookback;

import java.util.Optional;
import java.util.UUID;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import com.srecopilot.hypothesis.Hypotheses;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/** Walks over past incidents, each in a transaction of its own. Where a node goes, another one goes on within half a minute. */
@Component
class LookBackWorker {

    private final UUID node = UUID.randomUUID();
    private final Tenants tenants;
    private final LookBacks lookBacks;
    private final Hypotheses hypotheses;
    private final AsyncTaskExecutor executor;
    private volatile boolean stopping;

    LookBackWorker(Tenants tenants, LookBacks lookBacks, Hypotheses hypotheses, AsyncTaskExecutor applicationTaskExecutor) {
        this.tenants = tenants;
        this.lookBacks = lookBacks;
        this.hypotheses = hypotheses;
        this.executor = applicationTaskExecutor;
    }

    @Scheduled(initialDelayString = "8s", fixedDelayString = "3s")
    void tick() {
        tenants.with("look_backs").forEach(tenant -> Actor.system(tenant, "engine").run(() -> {
            if (!stopping && lookBacks.claim(node)) {
                executor.execute(() -> Actor.system(tenant, "engine").run(this::walk));
            }
        }));
    }

    private void walk() {
        Optional<Integer> next = Optional.empty();
        do {
            next.ifPresent(number -> lookBacks.lookedAt(hypotheses.lookBack(number) > 0));
            next = stopping ? Optional.empty() : lookBacks.next(node);
        } while (next.isPresent());
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
