package com.srecopilot.catalog.map;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.ServiceHealth;

/** A service on the map. */
public record MapNode(ServiceDetail service, ServiceHealth health, int width, int height, int foot, List<String> lines) {

    static MapNode of(ServiceDetail service, Map<String, ServiceHealth> health) {
        Box box = Box.of(service.name());
        return new MapNode(service, health.getOrDefault(service.name(), ServiceHealth.QUIET), box.width(), box.height(), box.foot(), box.lines());
    }

    /** Under its name: what is wrong, else whose it is. */
    public String words() {
        if (!health.signals().isEmpty()) {
            return health.state() + ": " + health.signals().stream().map(signal -> signal.noun().equals("firing alert") ? signal.count() + " firing" : signal.words())
                    .collect(Collectors.joining(", "));
        }
        return Stream.of(service.owner(), service.tier() == null ? "" : "tier " + service.tier()).filter(word -> !word.isEmpty() && word.length() < 24)
                .collect(Collectors.joining(", "));
    }

    public String state() {
        return health.signals().isEmpty() ? "healthy" : health.state();
    }
}
