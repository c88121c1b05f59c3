package com.srecopilot.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.Alerts;
import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.ServiceView;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;

/** The health of the services that are worst off. */
@Service
class ServiceHealths {

    private static final int SHOWN = 60;
    private static final List<String> WORST_FIRST = List.of("failing", "degraded", "ok");

    private final Catalog catalog;
    private final Incidents incidents;
    private final Alerts alerts;

    ServiceHealths(Catalog catalog, Incidents incidents, Alerts alerts) {
        this.catalog = catalog;
        this.incidents = incidents;
        this.alerts = alerts;
    }

    /** Worst first, 60 at most: a page and its pushes stay small however many services there are. */
    @Transactional(readOnly = true)
    List<ServiceHealth> worst() {
        Map<String, List<IncidentView>> open = incidents.open().stream().filter(incident -> !incident.restricted())
                .collect(Collectors.groupingBy(IncidentView::serviceName));
        Map<String, Long> firing = alerts.firingByService();
        return catalog.all().stream()
                .map(service -> health(service, open.getOrDefault(service.name(), List.of()), firing.getOrDefault(service.name(), 0L)))
                .sorted(Comparator.comparing((ServiceHealth health) -> WORST_FIRST.indexOf(health.state()))
                        .thenComparing(health -> -health.alerts()).thenComparing(health -> health.service().name()))
                .limit(SHOWN).toList();
    }

    private static ServiceHealth health(ServiceView service, List<IncidentView> open, long firing) {
        boolean failing = open.stream().anyMatch(incident -> List.of("critical", "high").contains(incident.severity()));
        String state = failing ? "failing" : open.isEmpty() && firing == 0 ? "ok" : "degraded";
        return new ServiceHealth(service, state, open.size(), firing, open.isEmpty() ? null : open.get(0).number());
    }
}
