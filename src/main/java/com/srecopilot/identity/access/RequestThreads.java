package com.srecopilot.identity.access;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that serve requests. Only as many are awake as can run at once, and each takes one task after the other:
 * waking a thread for each of thousands of short requests a second costs more than to serve them. Whoever is held up for
 * longer than a moment, by the database for instance, no longer counts as awake, and another takes its place.
 */
final class RequestThreads implements Executor, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RequestThreads.class);
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int LOOKS_AT_NOTHING = 50;

    private final int atOnce;
    private final int most;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final List<Worker> workers = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Worker> asleep = new ConcurrentLinkedDeque<>();
    /** Those that serve or look for something to serve, and are not known to be held up. */
    private final AtomicInteger awake = new AtomicInteger();
    private final Thread watch = new Thread(this::watch, "request-watch");
    private volatile boolean watching = true;
    private volatile boolean closed;

    /**
     * @param atOnce how many can run at once
     * @param most how many there are at most, with all that are held up
     */
    RequestThreads(int atOnce, int most) {
        this.atOnce = atOnce;
        this.most = most;
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public void execute(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException("The product is stopping");
        }
        waiting.add(task);
        if (!call() && !watching) {
            LockSupport.unpark(watch);
        }
    }

    /** Wakes one more, or starts it. @return whether there was room for one */
    private boolean call() {
        for (int now = awake.get(); now < atOnce; now = awake.get()) {
            if (awake.compareAndSet(now, now + 1)) {
                Worker next = asleep.poll();
                if (next != null) {
                    next.wake();
                } else if (workers.size() < most) {
                    new Worker().start();
                } else {
                    awake.decrementAndGet();
                }
                return true;
            }
        }
        return false;
    }

    private void watch() {
        int nothing = 0;
        while (!closed) {
            nothing = waiting.isEmpty() ? nothing + 1 : 0;
            watching = nothing < LOOKS_AT_NOTHING;
            if (watching) {
                LockSupport.parkNanos(this, MOMENT_NANOS);
            } else if (waiting.isEmpty()) {
                LockSupport.park(this);
            }
            look(System.nanoTime());
        }
    }

    private void look(long now) {
        workers.forEach(worker -> worker.look(now));
        if (!waiting.isEmpty()) {
            call();
        }
    }

    /** Whoever serves comes to its end. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watch);
        workers.forEach(Worker::wake);
    }

    private final class Worker implements Runnable {

        private final Thread thread = new Thread(this, "request-" + (workers.size() + 1));
        private final AtomicBoolean heldUp = new AtomicBoolean();
        /** When its task began, in nanoseconds; 0 between tasks. */
        private volatile long began;
        private volatile boolean wanted;

        private void start() {
            workers.add(this);
            thread.setDaemon(true);
            thread.start();
        }

        private void wake() {
            wanted = true;
            LockSupport.unpark(thread);
        }

        @Override
        public void run() {
            while (!closed) {
                Runnable task = waiting.poll();
                if (task == null) {
                    sleep();
                } else {
                    serve(task);
                }
            }
        }

        private void serve(Runnable task) {
            began = System.nanoTime();
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("A request broke its thread's work", e);
            } finally {
                began = 0;
                if (heldUp.getAndSet(false) && awake.incrementAndGet() > atOnce) {
                    sleep(); // Others have taken its place.
                }
            }
        }

        private void sleep() {
            asleep.push(this);
            awake.decrementAndGet();
            if (!waiting.isEmpty()) {
                call(); // What came while it went to sleep may have found no room.
            }
            while (!wanted && !closed) {
                LockSupport.park(this);
            }
            wanted = false;
        }

        /** A task that ends in just this instant may leave one too many awake, until its thread has served another. */
        private void look(long now) {
            long since = began;
            if (since != 0 && now - since > MOMENT_NANOS && heldUp.compareAndSet(false, true)) {
                awake.decrementAndGet();
            }
        }
    }
}
