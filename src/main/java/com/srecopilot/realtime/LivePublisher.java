package com.srecopilot.realtime;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Backlog;
import com.srecopilot.tenancy.ProductClock;

/**
 * Renders and appends a tenant's fragments one after the other, in the order in which they were handed in: open pages
 * see events in commit order. Tenants don't wait for each other. It starts before the web server and stops after it,
 * while Redis still answers; what is not told by then is told by the next start, from the register of events.
 */
@Service
public class LivePublisher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LivePublisher.class);
    private static final int ATTEMPTS = 8;
    private static final int AFTER_REDIS = 1_000;

    private final LiveLog liveLog;
    private final ProductClock clock;
    private final List<LiveAudience> audiences;
    private final Backlog backlog;
    private final TransactionTemplate reading;
    private final ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();
    private volatile boolean stopped = true;

    LivePublisher(LiveLog liveLog, ProductClock clock, List<LiveAudience> audiences, Backlog backlog, PlatformTransactionManager transactions) {
        this.liveLog = liveLog;
        this.clock = clock;
        this.audiences = audiences;
        this.backlog = backlog;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        workers.setThreadNamePrefix("live-");
        workers.setCorePoolSize(4);
        workers.setDaemon(true);
        workers.setWaitForTasksToCompleteOnShutdown(true);
        workers.setAwaitTerminationSeconds(10);
    }

    /**
     * Enqueues and returns at once. The supplier runs later, in a read-only transaction of the tenant; it re-reads what
     * it shows. What happens at a replayed moment is history, not news: nobody is told.
     *
     * @return completes when the fragments are in the log, or exceptionally when they can't be rendered or stored
     */
    public CompletableFuture<Void> publish(UUID tenant, Supplier<List<LiveMessage>> render) {
        if (clock.replays()) {
            return CompletableFuture.completedFuture(null);
        }
        var job = new Job(tenant, render, new CompletableFuture<>());
        backlog.taken();
        job.done().whenComplete((done, failure) -> backlog.done());
        lanes.computeIfAbsent(tenant, id -> new Lane()).add(job);
        return job.done();
    }

    @Override
    public void start() {
        workers.initialize();
        stopped = false;
        lanes.values().forEach(Lane::goOn);
    }

    @Override
    public void stop() {
        stopped = true;
        workers.shutdown();
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }

    @Override
    public int getPhase() {
        return AFTER_REDIS;
    }

    private void perform(Job job) {
        try {
            List<Addressed> messages = Actor.system(job.tenant(), "live").call(() -> reading.execute(status -> addressed(job.render().get())));
            for (Addressed message : messages) {
                appendPatiently(job.tenant(), message);
            }
            job.done().complete(null);
        } catch (RuntimeException e) {
            log.warn("A live update could not be pushed; pages that reload see it", e);
            job.done().completeExceptionally(e);
        } finally {
            job.done().completeExceptionally(new IllegalStateException("The push broke off")); // without effect once it is done
        }
    }

    private List<Addressed> addressed(List<LiveMessage> messages) {
        return messages.stream().flatMap(message -> audience(message).map(topic -> new Addressed(topic, message)).stream()).toList();
    }

    private Optional<String> audience(LiveMessage message) {
        if (message.audience() != null) {
            return Optional.of(message.audience());
        }
        return audiences.stream().filter(audience -> audience.owns(message.topic())).findFirst()
                .map(audience -> audience.of(message.topic())).orElse(Optional.of(message.topic()));
    }

    /** A Redis that restarts is waited for, some seconds, so that order is kept; after that the registry repeats the event. */
    private void appendPatiently(UUID tenant, Addressed message) {
        for (int attempt = 1; ; attempt++) {
            try {
                liveLog.append(tenant, message.topic(), message.message());
                return;
            } catch (DataAccessException e) {
                if (attempt == ATTEMPTS || !pause(attempt * 250L)) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Job(UUID tenant, Supplier<List<LiveMessage>> render, CompletableFuture<Void> done) {
    }

    private record Addressed(String topic, LiveMessage message) {
    }

    /** One tenant's queue; at most one worker is in it. */
    private final class Lane {

        private final Queue<Job> waiting = new ArrayDeque<>();
        private boolean running;

        synchronized void add(Job job) {
            waiting.add(job);
            goOn();
        }

        synchronized void goOn() {
            if (!running && !stopped && !waiting.isEmpty()) {
                running = true;
                workers.execute(this::drain);
            }
        }

        private void drain() {
            boolean broken = true;
            try {
                for (Job job = next(); job != null; job = next()) {
                    perform(job);
                }
                broken = false;
            } finally {
                if (broken) {
                    pickUp();
                }
            }
        }

        /** The worker died of an error, short of memory for instance: another goes on with the next. */
        private synchronized void pickUp() {
            running = false;
            goOn();
        }

        private synchronized Job next() {
            Job job = stopped ? null : waiting.poll();
            running = job != null;
            return job;
        }
    }
}
