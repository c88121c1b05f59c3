package com.srecopilot.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.Actor;

/**
 * Where deliveries of one source wait for their turn. Whoever gets it writes everything that waits, in one commit:
 * thousands of senders at once cost few transactions, and one connection.
 */
@Component
class IntakeQueue {

    private static final int MOST_ALERTS = 20_000;
    /** So many deliveries at once are no rush. */
    private static final int CALM = 16;

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
        lanes.computeIfAbsent(delivery.source().id(), id -> new Lane()).write(delivery);
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

    private static final class Waiting {

        private final Delivery delivery;
        private final Thread sender = Thread.currentThread();
        private RuntimeException failure;
        private volatile boolean done;

        private Waiting(Delivery delivery) {
            this.delivery = delivery;
        }

        private void done(RuntimeException failure) {
            this.failure = failure;
            done = true;
            LockSupport.unpark(sender);
        }
    }

    /** One writes at a time. The others sleep until theirs is written, or it is their turn: none is woken for nothing. */
    private final class Lane {

        private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean busy = new AtomicBoolean();

        private void write(Delivery delivery) {
            var mine = new Waiting(delivery);
            waiting.add(mine);
            while (!mine.done) {
                if (busy.compareAndSet(false, true)) {
                    lead();
                } else {
                    LockSupport.park(this);
                }
            }
            if (mine.failure != null) {
                throw mine.failure;
            }
        }

        private void lead() {
            List<Waiting> next = next();
            try {
                if (!next.isEmpty()) {
                    commit(next);
                }
            } finally {
                next.stream().filter(each -> !each.done).forEach(each -> each.done(new IllegalStateException("The writer broke off")));
                busy.set(false);
                Waiting first = waiting.peek();
                if (first != null) {
                    LockSupport.unpark(first.sender);
                }
            }
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
