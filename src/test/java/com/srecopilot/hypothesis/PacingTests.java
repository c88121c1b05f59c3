package com.srecopilot.hypothesis;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.srecopilot.tenancy.Rush;

import static org.assertj.core.api.Assertions.assertThat;

class PacingTests {

    private static final UUID TENANT = UUID.randomUUID();
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** For what comes by itself, on a busy machine too. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Rush rush = new Rush();
    private final Pacing pacing = pacing(PAUSE);
    /** What waits for this one's pause comes too late for every test. */
    private final Pacing slow = pacing(Duration.ofHours(1));
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void stop() {
        pacing.destroy();
        slow.destroy();
    }

    @Test
    void theFirstRunDoesNotWaitForAnything() {
        assertThat(slow.ask(TENANT, 1, runs::incrementAndGet)).succeedsWithin(PATIENCE);
    }

    @Test
    void whatIsAskedForDuringThePauseIsOneRunAfterIt() {
        long start = System.nanoTime();
        assertThat(ask(1)).succeedsWithin(PATIENCE);
        CompletableFuture<Void> last = null;
        for (int i = 0; i < 1000; i++) {
            last = ask(1);
        }
        assertThat(last).succeedsWithin(PATIENCE);

        assertThat(runs).hasValue(2);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(PAUSE);
    }

    @Test
    void incidentsDoNotWaitForEachOther() {
        slow.ask(TENANT, 1, runs::incrementAndGet);
        assertThat(slow.ask(TENANT, 2, runs::incrementAndGet)).succeedsWithin(PATIENCE);
        assertThat(slow.ask(UUID.randomUUID(), 1, runs::incrementAndGet)).succeedsWithin(PATIENCE);
    }

    @Test
    void sendersThatStandInLineComeFirst() {
        rush.goesOn(UUID.randomUUID(), 1);
        CompletableFuture<Void> asked = ask(1);
        assertThat(asked).isNotCompleted();
        assertThat(asked).succeedsWithin(PATIENCE);
    }

    @Test
    void aRunThatFailsTellsItsEventAndHoldsNobodyUp() {
        CompletableFuture<Void> failed = pacing.ask(TENANT, 1, () -> {
            throw new IllegalStateException("no database");
        });

        assertThat(failed).failsWithin(PATIENCE);
        assertThat(ask(1)).succeedsWithin(PATIENCE);
    }

    private Pacing pacing(Duration pause) {
        return new Pacing(new HypothesisProperties(pause, Duration.ofHours(2), List.of()), rush);
    }

    private CompletableFuture<Void> ask(int number) {
        return pacing.ask(TENANT, number, runs::incrementAndGet);
    }
}
