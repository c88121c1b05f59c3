package com.srecopilot.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.Actor;

/**
 * Where deliveries of one source wait for their turn. Whoever gets it writes everything that waits, in one commit:
 * thousands of senders at once cost few transactions, and one connection.
 */
@Component
class IntakeQueue implements DisposableBean {

    private static final int MOST_ALERTS = 20_000;
    /** So many deliveries at once are no rush. */
    private static final int CALM = 16;
    /** So many sources may be written at once for senders who don't wait themselves. */
    private static final int WRITERS = 8;

    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS, new CustomizableThreadFactory("intake-"));
    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();
    private final AlertWriter writer;
    private final Unfolding unfolding;
    private final AlertLive live;

    IntakeQueue(AlertWriter writer, Unfolding unfolding, AlertLive live) {
        this.writer = writer;
        this.unfolding = unfolding;
        this.live = live;
    }

    /** Returns once it is committed. @throws RuntimeException what kept it from being stored */
    void write(Delivery delivery) {
        lane(delivery).write(new Waiting(delivery, Thread.currentThread()));
    }

    /** The same for a sender who needs no thread meanwhile. @return done once it is committed, on the thread of the writer, or failed with what kept it from being stored */
    CompletableFuture<Void> submit(Delivery delivery) {
        var waiting = new Waiting(delivery, null);
        lane(delivery).submit(waiting);
        return waiting.stored;
    }

    private Lane lane(Delivery delivery) {
        return lanes.computeIfAbsent(delivery.source().id(), id -> new Lane());
    }

    private void commit(List<Waiting> turn) {
        IngestKey source = turn.get(0).delivery.source();
        try {
            Actor.system(source.tenant(), "intake: " + source.name()).run(() -> write(source, turn));
            turn.forEach(each -> each.done(null)); // Within a transaction of its caller the commit is still to come.
        } catch (DataIntegrityViolationException e) {
            separate(turn, e);
        } catch (RuntimeException e) {
            turn.forEach(each -> each.done(e));
        }
    }

    /** As long as few wait, alerts are there when the answer is out; in a rush deliveries are logged first. */
    private void write(IngestKey source, List<Waiting> turn) {
        List<Delivery> deliveries = turn.stream().map(each -> each.delivery).toList();
        Runnable stored = () -> turn.forEach(each -> each.done(null));
        boolean rush = deliveries.size() + unfolding.waiting(source) > CALM && !TransactionSynchronizationManager.isActualTransactionActive();
        if (rush) {
            writer.log(deliveries, stored);
            unfolding.logged(source, deliveries.size());
        } else {
            live.repeated(source.tenant(), writer.write(source, deliveries, stored).repeated());
        }
    }

    /** One that the database refuses must not take the others with it. */
    private void separate(List<Waiting> turn, RuntimeException e) {
        if (turn.size() == 1) {
            turn.get(0).done(e);
        } else {
            turn.forEach(each -> commit(List.of(each)));
        }
    }

    @Override
    public void destroy() {
        writers.shutdown();
    }

    /** @param sender who sleeps until it is stored, or null */
    private record Waiting(Delivery delivery, Thread sender, CompletableFuture<Void> stored) {

        private Waiting(Delivery delivery, Thread sender) {
            this(delivery, sender, new CompletableFuture<>());
        }

        private void rethrow() {
            try {
                stored.join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            }
        }

        private void done(RuntimeException failure) {
            if (failure == null) {
                stored.complete(null);
            } else {
                stored.completeExceptionally(failure);
            }
            LockSupport.unpark(sender);
        }
    }

    /** One writes at a time. Senders who sleep are woken when theirs is written, or when it is their turn to write: none for nothing. */
    private final class Lane {

        private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean busy = new AtomicBoolean();

        private void write(Waiting mine) {
            waiting.add(mine);
            while (!mine.stored.isDone()) {
                if (turn()) {
                    handOver();
                } else {
                    LockSupport.park(this);
                }
            }
            mine.rethrow();
        }

        private void handOver() {
            Waiting first = waiting.peek();
            if (first != null && first.sender != null) {
                LockSupport.unpark(first.sender);
            } else if (first != null) {
                writers.execute(this::turns);
            }
        }

        private void submit(Waiting mine) {
            waiting.add(mine);
            if (!busy.get()) {
                writers.execute(this::turns);
            }
        }

        private void turns() {
            boolean free = true;
            while (free && !waiting.isEmpty()) {
                free = turn();
            }
        }

        /** @return whether it was free */
        private boolean turn() {
            if (!busy.compareAndSet(false, true)) {
                return false;
            }
            List<Waiting> next = next();
            try {
                if (!next.isEmpty()) {
                    commit(next);
                }
            } finally {
                next.stream().filter(each -> !each.stored.isDone()).forEach(each -> each.done(new IllegalStateException("The writer broke off")));
                busy.set(false);
            }
            return true;
        }

        private List<Waiting> next() {
            var next = new ArrayList<Waiting>();
            int alerts = 0;
            while (!waiting.isEmpty() && (next.isEmpty() || alerts + waiting.peek().delivery.alerts().size() <= MOST_ALERTS)) {
                next.add(waiting.poll());
                alerts += next.get(next.size() - 1).delivery.alerts().size();
            }
            return next;
        }
    }
}
