package com.srecopilot.realtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Marks a method that pushes an event's fragments. It is called in commit order, right after the commit, must only
 * enqueue, and returns the future of {@link LivePublisher#publish}: the event counts as delivered, and is not repeated
 * after a crash, once the fragments are in the log.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
public @interface LiveListener {
}
