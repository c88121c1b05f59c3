package com.srecopilot.realtime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.events.SessionDestroyedEvent;
import org.springframework.stereotype.Component;

/** The open pages of this node, by tenant. */
@Component
class LiveStreams {

    private static final byte[] HEARTBEAT = "event: alive\ndata: 1\n\n".getBytes(StandardCharsets.UTF_8);

    private final Map<UUID, Set<LiveStream>> byTenant = new ConcurrentHashMap<>();
    private volatile boolean closing;

    LiveStreams(MeterRegistry metrics) {
        metrics.gauge("srecopilot.live.streams", this, LiveStreams::count);
    }

    void add(LiveStream stream) {
        byTenant.computeIfAbsent(stream.actor().tenant(), tenant -> ConcurrentHashMap.newKeySet()).add(stream);
        if (closing) {
            stream.close();
        }
    }

    void remove(LiveStream stream) {
        byTenant.computeIfPresent(stream.actor().tenant(), (tenant, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    Set<UUID> tenants() {
        return byTenant.keySet();
    }

    void offer(UUID tenant, List<LiveEvent> events) {
        for (LiveStream stream : byTenant.getOrDefault(tenant, Set.of())) {
            events.forEach(stream::offer);
        }
    }

    private int count() {
        return byTenant.values().stream().mapToInt(Set::size).sum();
    }

    @Scheduled(fixedRateString = "${srecopilot.realtime.heartbeat:15s}")
    void beat() {
        byTenant.values().forEach(streams -> streams.forEach(stream -> stream.send(HEARTBEAT)));
    }

    /** Who signs out, or is signed out, stops listening at once. */
    @EventListener
    void sessionEnded(SessionDestroyedEvent event) {
        closeIf(stream -> stream.belongsTo(event.getSessionId()));
    }

    /** Before the server waits for open exchanges, which would be these. Pages reconnect to another node. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void shuttingDown(ContextClosedEvent event) {
        closing = true;
        closeIf(stream -> true);
    }

    private void closeIf(Predicate<LiveStream> condition) {
        byTenant.values().forEach(streams -> streams.stream().filter(condition).toList().forEach(stream -> {
            stream.close();
            remove(stream);
        }));
    }
}
