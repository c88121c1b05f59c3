package com.srecopilot.catalog;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Component;

import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;

/** Keeps rows of services on open pages true. */
@Component
class CatalogLive {

    private final LivePublisher live;
    private final Fragments fragments;
    private final ServiceRows rows;

    CatalogLive(LivePublisher live, Fragments fragments, ServiceRows rows) {
        this.live = live;
        this.fragments = fragments;
        this.rows = rows;
    }

    @LiveListener
    CompletableFuture<Void> on(CatalogEvent.ServiceRegistered event) {
        return push(event.tenant(), event.subject());
    }

    @LiveListener
    CompletableFuture<Void> on(CatalogEvent.ServiceChanged event) {
        return push(event.tenant(), event.subject());
    }

    @LiveListener
    CompletableFuture<Void> on(CatalogEvent.DependenciesChanged event) {
        return push(event.tenant(), event.subject());
    }

    private CompletableFuture<Void> push(UUID tenant, UUID service) {
        return live.publish(tenant, () -> rows.find(service).stream()
                .map(each -> new LiveMessage(ServicesTopic.SERVICES, "row", fragments.render("catalog/_row", Map.of("service", each))))
                .toList());
    }
}
