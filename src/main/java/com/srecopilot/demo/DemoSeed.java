package com.srecopilot.demo;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.demo.story.Story;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/**
 * Fills an empty installation, once, before the server takes its first request. Each tenant is one transaction: a fill
 * that is killed leaves nothing of it, and the next start makes up for it.
 */
@Component
@Profile("demo")
class DemoSeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoSeed.class);
    private static final Set<UUID> OURS = Set.of(DemoCast.ACME, DemoCast.GLOBEX);

    private final Tenants tenants;
    private final DemoTenants demo;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    DemoSeed(Tenants tenants, DemoTenants demo, TransactionTemplate transaction) {
        this.tenants = tenants;
        this.demo = demo;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        running = true;
        List<UUID> present = tenants.ids();
        if (OURS.containsAll(present)) {
            fill(present, DemoCast.ACME, demo::acme);
            fill(present, DemoCast.GLOBEX, demo::globex);
        }
    }

    private void fill(List<UUID> present, UUID tenant, Runnable work) {
        if (!present.contains(tenant)) {
            long started = System.nanoTime();
            Actor.system(tenant, "installer").run(() -> transaction.executeWithoutResult(status -> work.run()));
            log.info("Filled a tenant of the demo with {} days of history in {} s", Story.DAYS,
                    Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server opens its port. */
    @Override
    public int getPhase() {
        return 0;
    }
}
