package com.srecopilot.tenancy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction that only reads has read already. The parts of a page or a push don't know each other and ask the
 * same question many times; its answer is read once. A transaction that writes always asks the database.
 *
 * @param <K> what is asked for
 * @param <V> never changed by whoever gets it
 */
public final class ReadOnce<K, V> {

    private final Function<K, V> read;

    public ReadOnce(Function<K, V> read) {
        this.read = read;
    }

    public V get(K key) {
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly() || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.apply(key);
        }
        Map<K, V> known = known();
        if (!known.containsKey(key)) {
            known.put(key, read.apply(key));
        }
        return known.get(key);
    }

    @SuppressWarnings("unchecked")
    private Map<K, V> known() {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            Map<K, V> known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new Bound(known));
        }
        return (Map<K, V>) TransactionSynchronizationManager.getResource(this);
    }

    /** Another transaction in between sees none of it. */
    private final class Bound implements TransactionSynchronization {

        private final Map<K, V> known;

        private Bound(Map<K, V> known) {
            this.known = known;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ReadOnce.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ReadOnce.this, known);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ReadOnce.this);
        }
    }
}
