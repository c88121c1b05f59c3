package com.srecopilot.tenancy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Work in the background that must not meet itself: for each key one turn at a time. The first comes at once; whatever is
 * asked for meanwhile shares the next. After each turn its key rests, the longer while senders stand in line, and
 * in a crowd turns wait: a storm leaves the machine to those who wait for answers.
 *
 * @param <K> whose turn it is, a tenant for instance
 */
public final class Turns<K> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private static final Duration BREATH = Duration.ofMillis(500);
    /** How often a turn waits for a crowd to go. */
    private static final int PATIENCE = 40;

    private final String name;
    private final Rush rush;
    private final Predicate<K> crowded;
    private final ThreadPoolTaskScheduler workers = new ThreadPoolTaskScheduler();
    private final Map<K, Turn> turns = new HashMap<>();

    /**
     * @param name of the work, for its threads and the log
     * @param threads how many keys may have their turn at once
     * @param crowded whether more senders stand in line for a key than are served: its turns then follow one another 20 s apart
     */
    public Turns(String name, int threads, Rush rush, Predicate<K> crowded) {
        this.name = name;
        this.crowded = crowded;
        this.rush = rush;
        workers.setThreadNamePrefix(name + "-");
        workers.setPoolSize(threads);
        workers.setDaemon(true);
        workers.setWaitForTasksToCompleteOnShutdown(true);
        workers.setAwaitTerminationSeconds(20);
        workers.initialize();
        workers.getScheduledThreadPoolExecutor().setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** A turn of this key begins after this call; several calls may share it. What fails is asked for again by its caller. */
    public synchronized void ask(K key, Runnable work) {
        Turn turn = turns.computeIfAbsent(key, id -> new Turn());
        turn.asked = work;
        begin(key, turn);
    }

    private void begin(K key, Turn turn) {
        if (!turn.busy && !workers.getScheduledExecutor().isShutdown()) {
            turn.busy = true;
            workers.execute(() -> perform(key, turn));
        }
    }

    private void perform(K key, Turn turn) {
        if (crowded.test(key) && turn.waited++ < PATIENCE) {
            later(() -> perform(key, turn), BREATH.toMillis());
            return;
        }
        Runnable work = take(turn);
        long began = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("A turn of {} failed; the next look is in some seconds", name, e);
        } finally {
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            later(() -> rested(key, turn), rush.restMillis(took));
        }
    }

    private void later(Runnable next, long millis) {
        if (!workers.getScheduledExecutor().isShutdown()) {
            workers.getScheduledExecutor().schedule(next, millis, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized Runnable take(Turn turn) {
        Runnable work = turn.asked;
        turn.asked = null;
        turn.waited = 0;
        return work;
    }

    private synchronized void rested(K key, Turn turn) {
        turn.busy = false;
        if (turn.asked != null) {
            begin(key, turn);
        } else {
            turns.remove(key);
        }
    }

    /** Lets what runs come to its end. */
    @Override
    public void close() {
        workers.shutdown();
    }

    private static final class Turn {

        private Runnable asked;
        private boolean busy;
        private int waited;
    }
}
