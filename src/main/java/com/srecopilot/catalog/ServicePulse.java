package com.srecopilot.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LiveState;

/** Keeps what open pages show of services true: rooms above say whose health may have changed, at most a push a second follows. */
@Service
public class ServicePulse {

    private static final int MOST = 100;

    private final LiveState live;
    private final ServiceHealths healths;
    private final ServiceRows rows;
    private final ObjectProvider<ServicePicture> pictures;
    private final Map<UUID, Queue<Supplier<Collection<String>>>> touched = new ConcurrentHashMap<>();

    ServicePulse(LiveState live, ServiceHealths healths, ServiceRows rows, ObjectProvider<ServicePicture> pictures) {
        this.live = live;
        this.healths = healths;
        this.rows = rows;
        this.pictures = pictures;
    }

    /** @param services their names, asked for later, in a reading transaction of the tenant */
    public CompletableFuture<Void> changed(UUID tenant, Supplier<Collection<String>> services) {
        touched.computeIfAbsent(tenant, key -> new ConcurrentLinkedQueue<>()).add(services);
        return live.changed(tenant, "service-health", () -> messages(tenant));
    }

    private List<LiveMessage> messages(UUID tenant) {
        List<String> names = List.copyOf(drain(touched.getOrDefault(tenant, new ConcurrentLinkedQueue<>())));
        if (names.size() > MOST) {
            changed(tenant, () -> names.subList(MOST, names.size()));
        }
        Map<String, ServiceHealth> now = healths.now();
        List<ServiceDetail> services = rows.named(names.subList(0, Math.min(MOST, names.size())));
        List<LiveMessage> messages = new ArrayList<>();
        if (!services.isEmpty()) {
            pictures.orderedStream().forEach(picture -> messages.addAll(picture.of(tenant, services, now)));
        }
        return messages;
    }

    private static Set<String> drain(Queue<Supplier<Collection<String>>> waiting) {
        Set<String> names = new HashSet<>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            names.addAll(next.get());
        }
        return names;
    }
}
