package com.srecopilot.realtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Service;

import com.srecopilot.tenancy.ProductClock;

/**
 * Pushes what is true now rather than what happened, such as a count: the first change at once, the changes of the next
 * second together in one push. A storm costs a push a second, and its last change is shown.
 */
@Service
public class LiveState {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int REMEMBERED = 1_000;

    private final LivePublisher live;
    private final TaskScheduler scheduler;
    private final ProductClock clock;
    private final Map<Key, Turn> turns = new HashMap<>();

    LiveState(LivePublisher live, TaskScheduler scheduler, ProductClock clock) {
        this.live = live;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * @param name of what is shown; changes of one name share a push, rendered by the first that asked for it
     * @return completes when a push that was rendered after this call is in the log
     */
    public synchronized CompletableFuture<Void> changed(UUID tenant, String name, Supplier<List<LiveMessage>> render) {
        if (clock.replays()) {
            return CompletableFuture.completedFuture(null);
        }
        if (turns.size() > REMEMBERED) {
            turns.values().removeIf(Turn::rested);
        }
        Turn turn = turns.computeIfAbsent(new Key(tenant, name), key -> new Turn());
        if (turn.next == null) {
            turn.next = new CompletableFuture<>();
            Duration rest = turn.pushed == null ? Duration.ZERO : PAUSE.minusNanos(System.nanoTime() - turn.pushed);
            if (rest.compareTo(Duration.ZERO) > 0) {
                CompletableFuture<Void> due = turn.next;
                scheduler.schedule(() -> push(tenant, turn, render), clock.instant().plus(rest));
                return due;
            }
            return push(tenant, turn, render);
        }
        return turn.next;
    }

    private synchronized CompletableFuture<Void> push(UUID tenant, Turn turn, Supplier<List<LiveMessage>> render) {
        CompletableFuture<Void> due = turn.next;
        turn.next = null;
        turn.pushed = System.nanoTime();
        live.publish(tenant, render).whenComplete((done, failure) -> {
            if (failure == null) {
                due.complete(null);
            } else {
                due.completeExceptionally(failure);
            }
        });
        return due;
    }

    private record Key(UUID tenant, String name) {
    }

    private static final class Turn {

        private CompletableFuture<Void> next;
        private Long pushed;

        private boolean rested() {
            return next == null && pushed != null && System.nanoTime() - pushed > PAUSE.toNanos();
        }
    }
}
