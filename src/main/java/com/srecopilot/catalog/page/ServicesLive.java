package com.srecopilot.catalog.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.srecopilot.catalog.CatalogEvent;
import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.ServiceHealth;
import com.srecopilot.catalog.ServicePicture;
import com.srecopilot.catalog.ServicePulse;
import com.srecopilot.catalog.ServiceRows;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;

/** Keeps rows of services, and the heads of their pages, true. */
@Component
class ServicesLive implements ServicePicture {

    private final LivePublisher live;
    private final ServicePulse pulse;
    private final Fragments fragments;
    private final ServiceRows rows;
    private final ServiceList list;

    ServicesLive(LivePublisher live, ServicePulse pulse, Fragments fragments, ServiceRows rows, ServiceList list) {
        this.live = live;
        this.pulse = pulse;
        this.fragments = fragments;
        this.rows = rows;
        this.list = list;
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

    @LiveListener
    CompletableFuture<Void> on(CatalogEvent.ServiceRemoved event) {
        return live.publish(event.tenant(), () -> List.of(new LiveMessage("services", "row", "<i id=\"service-row-" + event.subject() + "\" data-remove></i>")));
    }

    private CompletableFuture<Void> push(UUID tenant, UUID service) {
        return pulse.changed(tenant, () -> rows.find(service).stream().map(ServiceDetail::name).toList());
    }

    @Override
    public List<LiveMessage> of(UUID tenant, List<ServiceDetail> services, Map<String, ServiceHealth> health) {
        return list.rows(services, health).stream().flatMap(row -> Stream.of("catalog/_row", "catalog/_health")
                .map(fragment -> new LiveMessage("services", "row", fragments.render(fragment, Map.of("row", row))))).toList();
    }
}
