package com.srecopilot.demo;

import java.time.Duration;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.tenancy.Actor;

/** Fills an empty installation, once, before the server takes its first request. */
@Component
@Profile("demo")
class DemoSeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoSeed.class);

    private final Installation installation;
    private final DemoCast cast;
    private final DemoShop shop;
    private final DemoHistory history;
    private final IngestKeys keys;
    private volatile boolean running;

    DemoSeed(Installation installation, DemoCast cast, DemoShop shop, DemoHistory history, IngestKeys keys) {
        this.installation = installation;
        this.cast = cast;
        this.shop = shop;
        this.history = history;
        this.keys = keys;
    }

    @Override
    public void start() {
        running = true;
        if (installation.isEmpty()) {
            long started = System.nanoTime();
            log.info("Filling the demo: acme's web shop with four weeks of history");
            acme(cast.acme());
            globex(cast.globex());
            log.info("Demo filled in {} s", Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0);
        }
    }

    private void acme(UUID tenant) {
        IngestKey key = keys.resolve(DemoCast.ACME_KEY).orElseThrow();
        Actor.system(tenant, "deploy pipeline").run(() -> {
            shop.buildAcme();
            history.past(DemoPlots.ACME, key, 42);
            history.present(DemoPlots.CERTIFICATE, Duration.ofHours(28), key, false);
            history.present(DemoPlots.POOL_EXHAUSTED, Duration.ofMinutes(11), key, true);
        });
    }

    private void globex(UUID tenant) {
        IngestKey key = keys.resolve(DemoCast.GLOBEX_KEY).orElseThrow();
        Actor.system(tenant, "deploy pipeline").run(() -> {
            shop.buildGlobex();
            history.past(DemoPlots.GLOBEX, key, 7);
        });
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
