package com.srecopilot.catalog.map;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.ServiceHealth;
import com.srecopilot.catalog.ServicePicture;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveMessage;

/** Keeps open maps true. A new service or call is drawn when the page is opened anew: nothing moves under a pointer. */
@Component
class ServiceMapLive implements ServicePicture {

    private final Fragments fragments;

    ServiceMapLive(Fragments fragments) {
        this.fragments = fragments;
    }

    @Override
    public List<LiveMessage> of(UUID tenant, List<ServiceDetail> services, Map<String, ServiceHealth> health) {
        return services.stream().map(service -> Map.<String, Object>of("node", MapNode.of(service, health)))
                .map(model -> new LiveMessage("services", "node", Stream.of("catalog/_node", "catalog/_node-line")
                        .map(fragment -> fragments.render(fragment, model)).reduce("", String::concat))).toList();
    }
}
