package com.srecopilot.incident.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LiveState;

/**
 * Shows that many incidents changed, each as it is when its turn comes: some at once, the rest a second later, and so
 * on. One that changes again before its turn is shown once. A storm over hundreds of incidents costs what pages can take in.
 */
class IncidentCrowd {

    private static final int EACH_TIME = 25;

    private final LiveState live;
    private final String shown;
    private final Map<UUID, Map<Integer, CompletableFuture<Void>>> waiting = new ConcurrentHashMap<>();

    /** @param shown what is shown of them, by name */
    IncidentCrowd(LiveState live, String shown) {
        this.live = live;
        this.shown = shown;
    }

    /** @return completes when all of them have been shown as they are now, or later */
    CompletableFuture<Void> changed(UUID tenant, Collection<Integer> numbers, IntFunction<List<LiveMessage>> render) {
        Map<Integer, CompletableFuture<Void>> queue = waiting.computeIfAbsent(tenant, id -> new LinkedHashMap<>());
        CompletableFuture<?>[] turns;
        synchronized (queue) {
            turns = numbers.stream().map(number -> queue.computeIfAbsent(number, key -> new CompletableFuture<>())).toArray(CompletableFuture[]::new);
        }
        push(tenant, queue, render);
        return CompletableFuture.allOf(turns);
    }

    private void push(UUID tenant, Map<Integer, CompletableFuture<Void>> queue, IntFunction<List<LiveMessage>> render) {
        Map<Integer, CompletableFuture<Void>> turn = new LinkedHashMap<>();
        live.changed(tenant, shown, () -> take(queue, turn).stream().flatMap(number -> render.apply(number).stream()).toList())
                .whenComplete((done, failure) -> {
                    turn.values().forEach(each -> complete(each, failure));
                    boolean mine = failure != null || !turn.isEmpty();
                    if (mine && !queue.isEmpty()) {
                        push(tenant, queue, render);
                    }
                });
    }

    private static List<Integer> take(Map<Integer, CompletableFuture<Void>> queue, Map<Integer, CompletableFuture<Void>> turn) {
        synchronized (queue) {
            Iterator<Map.Entry<Integer, CompletableFuture<Void>>> next = queue.entrySet().iterator();
            while (next.hasNext() && turn.size() < EACH_TIME) {
                Map.Entry<Integer, CompletableFuture<Void>> entry = next.next();
                turn.put(entry.getKey(), entry.getValue());
                next.remove();
            }
        }
        return new ArrayList<>(turn.keySet());
    }

    private static void complete(CompletableFuture<Void> turn, Throwable failure) {
        if (failure == null) {
            turn.complete(null);
        } else {
            turn.completeExceptionally(failure);
        }
    }
}
