package com.srecopilot.tenancy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Work in the background that must not meet itself: for each key one turn at a time. The first comes at once; whatever is
 * asked for meanwhile shares the next. After each turn its key rests, the longer the more senders stand in line, so
 * that a storm leaves the machine to those who wait for answers.
 *
 * @param <K> whose turn it is, a tenant for instance
 */
public final class Turns<K> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final String name;
    private final Rush rush;
    private final ThreadPoolTaskScheduler workers = new ThreadPoolTaskScheduler();
    private final Map<K, Turn> turns = new HashMap<>();

    /** @param name of the work, for its threads and the log. @param threads how many keys may have their turn at once */
    public Turns(String name, int threads, Rush rush) {
        this.name = name;
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
        Runnable work = take(turn);
        long began = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("A turn of {} failed; the next look is in some seconds", name, e);
        } finally {
            rest(key, turn, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
    }

    private void rest(K key, Turn turn, long took) {
        if (!workers.getScheduledExecutor().isShutdown()) {
            workers.getScheduledExecutor().schedule(() -> rested(key, turn), rush.restMillis(took), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized Runnable take(Turn turn) {
        Runnable work = turn.asked;
        turn.asked = null;
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
    }
}
