package com.srecopilot.identity.access;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestThreadsTests {

    private final RequestThreads threads = new RequestThreads(2, 20);
    private final Set<Thread> used = ConcurrentHashMap.newKeySet();

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    void whatComesFromManyAtOnceIsServedOnce() throws InterruptedException {
        var served = new AtomicInteger();
        var all = new CountDownLatch(40_000);
        List<Thread> senders = IntStream.range(0, 8).mapToObj(sender -> new Thread(() -> IntStream.range(0, 5_000).forEach(i -> threads.execute(() -> {
            served.incrementAndGet();
            all.countDown();
        })))).toList();
        senders.forEach(Thread::start);
        assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(served).hasValue(40_000);
    }

    @Test
    void nobodyIsWokenWhileThoseAwakeServe() throws InterruptedException {
        var done = new CountDownLatch(2_000);
        threads.execute(() -> IntStream.range(0, 2_000).forEach(i -> threads.execute(() -> {
            used.add(Thread.currentThread());
            done.countDown();
        })));
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(used).as("a pause of the machine may look like being held up, but not for each of 2 000").hasSizeLessThan(20);
    }

    @Test
    void whoIsHeldUpIsReplaced() throws InterruptedException {
        var release = new CountDownLatch(1);
        var held = new CountDownLatch(15);
        for (int i = 0; i < 15; i++) {
            threads.execute(() -> {
                held.countDown();
                await(release);
            });
        }
        assertThat(held.await(20, TimeUnit.SECONDS)).as("all fifteen are under way at once").isTrue();
        var quick = new CountDownLatch(1);
        threads.execute(quick::countDown);
        assertThat(quick.await(20, TimeUnit.SECONDS)).as("and one that comes behind them").isTrue();
        release.countDown();
    }

    @Test
    void thereAreNeverMoreThanTheMostAndWhatWaitsIsServedWhenOneIsFree() throws InterruptedException {
        var release = new CountDownLatch(1);
        var held = new CountDownLatch(20);
        var served = new CountDownLatch(60);
        for (int i = 0; i < 60; i++) {
            threads.execute(() -> {
                used.add(Thread.currentThread());
                held.countDown();
                await(release);
                served.countDown();
            });
        }
        assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
        release.countDown();
        assertThat(served.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(used).hasSize(20);
    }

    @Test
    void aTaskThatFailsCostsNoThread() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            threads.execute(() -> {
                throw new IllegalStateException("a test's own failure");
            });
        }
        var next = new CountDownLatch(1);
        threads.execute(next::countDown);
        assertThat(next.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void onceClosedItTakesNothing() {
        threads.close();
        assertThatThrownBy(() -> threads.execute(() -> { })).isInstanceOf(RejectedExecutionException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
