package com.srecopilot.hypothesis;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.srecopilot.tenancy.Rush;

import static org.assertj.core.api.Assertions.assertThat;

class PacingTests {

    private static final UUID TENANT = UUID.randomUUID();

    private final Rush rush = new Rush();
    private final Pacing pacing = new Pacing(new HypothesisProperties(Duration.ofMillis(300), Duration.ofHours(2), List.of()), rush);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void stop() {
        pacing.destroy();
    }

    @Test
    void theFirstRunStartsAtOnce() {
        assertThat(ask(1)).succeedsWithin(250, TimeUnit.MILLISECONDS);
    }

    @Test
    void whatIsAskedForDuringThePauseIsOneRunAfterIt() throws Exception {
        ask(1).get(5, TimeUnit.SECONDS);
        long start = System.nanoTime();
        CompletableFuture<Void> last = null;
        for (int i = 0; i < 1000; i++) {
            last = ask(1);
        }
        last.get(5, TimeUnit.SECONDS);

        assertThat(runs).hasValue(2);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(150), Duration.ofSeconds(3));
    }

    @Test
    void incidentsDoNotWaitForEachOther() {
        ask(1);
        assertThat(ask(2)).succeedsWithin(250, TimeUnit.MILLISECONDS);
        assertThat(pacing.ask(UUID.randomUUID(), 1, runs::incrementAndGet)).succeedsWithin(250, TimeUnit.MILLISECONDS);
    }

    @Test
    void sendersThatStandInLineComeFirst() {
        rush.goesOn(UUID.randomUUID(), 1);
        CompletableFuture<Void> asked = ask(1);
        assertThat(asked).isNotCompleted();
        assertThat(asked).succeedsWithin(5, TimeUnit.SECONDS);
    }

    @Test
    void aRunThatFailsTellsItsEventAndHoldsNobodyUp() {
        CompletableFuture<Void> failed = pacing.ask(TENANT, 1, () -> {
            throw new IllegalStateException("no database");
        });

        assertThat(failed).failsWithin(1, TimeUnit.SECONDS);
        assertThat(ask(1)).succeedsWithin(2, TimeUnit.SECONDS);
    }

    private CompletableFuture<Void> ask(int number) {
        return pacing.ask(TENANT, number, runs::incrementAndGet);
    }
}
