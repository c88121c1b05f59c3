package com.srecopilot.tenancy;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work for right after the commit that leaves no trace in the register of events: for what a crash may forget because
 * somebody looks again anyway.
 */
public final class AfterCommit {

    private AfterCommit() {
    }

    /** Runs it once the current transaction is committed, before any listener, or now when there is none. It must be quick and not fail. */
    public static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }

            @Override
            public int getOrder() {
                return Ordered.HIGHEST_PRECEDENCE;
            }
        });
    }
}
