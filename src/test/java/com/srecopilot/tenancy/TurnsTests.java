package com.srecopilot.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.srecopilot.stories.Processes;

class TurnsTests {

    private static final UUID TENANT = UUID.randomUUID();

    private final Rush rush = new Rush();
    private final AtomicBoolean crowd = new AtomicBoolean();
    private final Turns<String> turns = new Turns<>("test", 2, rush, key -> key.equals("crowd") && crowd.get());
    private final AtomicInteger performed = new AtomicInteger();

    @AfterEach
    void close() {
        turns.close();
    }

    @Test
    void whatIsAskedForDuringATurnSharesTheNext() {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        turns.ask("one", () -> {
            begun.countDown();
            await(go);
        });
        await(begun);
        for (int i = 0; i < 99; i++) {
            turns.ask("one", performed::incrementAndGet);
        }
        var last = new CountDownLatch(1);
        turns.ask("one", () -> {
            performed.incrementAndGet();
            last.countDown();
        });
        go.countDown();
        await(last);
        assertThat(performed).hasValue(1);
    }

    @Test
    void keysDoNotWaitForEachOther() {
        var go = new CountDownLatch(1);
        turns.ask("one", () -> await(go));
        await(last("two"));
        go.countDown();
    }

    @Test
    void aTurnThatFailsHoldsUpNoOther() {
        turns.ask("one", () -> {
            throw new IllegalStateException("no database");
        });
        await(last("one"));
    }

    @Test
    void inACrowdATurnWaits() {
        crowd.set(true);
        CountDownLatch held = last("crowd");
        await(last("one"));
        assertThat(held.getCount()).as("another's turn came at once").isEqualTo(1);
        crowd.set(false);
        await(held);
    }

    @Test
    void aCrowdIsManyInLineOfOneTenant() {
        rush.goesOn(TENANT, 15);
        assertThat(rush.isCrowded(TENANT)).isFalse();
        rush.goesOn(UUID.randomUUID(), 50);
        assertThat(rush.isCrowded(TENANT)).isFalse();
        Processes.await("a crowd", () -> {
            rush.goesOn(TENANT, 16);
            return rush.isCrowded(TENANT);
        });
    }

    private CountDownLatch last(String key) {
        var done = new CountDownLatch(1);
        turns.ask(key, done::countDown);
        return done;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
