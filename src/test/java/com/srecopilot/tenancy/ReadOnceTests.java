package com.srecopilot.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class ReadOnceTests {

    private final AtomicInteger reads = new AtomicInteger();
    private final ReadOnce<String, Integer> once = new ReadOnce<>(key -> reads.incrementAndGet());

    @Test
    void aTransactionThatReadsAsksOnce() {
        in(true, () -> assertThat(once.get("a")).isEqualTo(once.get("a")).isNotEqualTo(once.get("b")));
        assertThat(reads).hasValue(2);
    }

    @Test
    void theNextTransactionAsksAgain() {
        in(true, () -> once.get("a"));
        in(true, () -> assertThat(once.get("a")).isEqualTo(2));
    }

    @Test
    void whoeverWritesOrHasNoTransactionAsksEachTime() {
        in(false, () -> assertThat(once.get("a")).isNotEqualTo(once.get("a")));
        assertThat(once.get("a")).isNotEqualTo(once.get("a"));
    }

    @Test
    void aTransactionInBetweenHasItsOwn() {
        in(true, () -> {
            int outer = once.get("a");
            in(true, () -> assertThat(once.get("a")).isEqualTo(2));
            assertThat(once.get("a")).isEqualTo(outer);
        });
    }

    private static void in(boolean reading, Runnable work) {
        TransactionTemplate transaction = new TransactionTemplate(new Pretended());
        transaction.setReadOnly(reading);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> work.run());
    }

    /** Of nothing; the one that is outside is known by what it bound. */
    private static final class Pretended extends AbstractPlatformTransactionManager {

        private static final ThreadLocal<Object> CURRENT = new ThreadLocal<>();

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return CURRENT.get() != null;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            CURRENT.set(transaction);
        }

        @Override
        protected Object doSuspend(Object transaction) {
            Object outer = CURRENT.get();
            CURRENT.remove();
            return outer;
        }

        @Override
        protected void doResume(Object transaction, Object suspended) {
            CURRENT.set(suspended);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            CURRENT.remove();
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            CURRENT.remove();
        }
    }
}
