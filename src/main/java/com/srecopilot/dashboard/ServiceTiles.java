package com.srecopilot.dashboard;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.catalog.ServiceHealth;
import com.srecopilot.catalog.ServiceHealths;
import com.srecopilot.catalog.ServiceRows;
import com.srecopilot.catalog.ServiceView;
import com.srecopilot.catalog.Sparkline;

/** The services that are worst off. */
@Service
class ServiceTiles {

    private static final int SHOWN = 30;
    private static final int HOURS = 24;

    private final ServiceRows services;
    private final ServiceHealths healths;

    ServiceTiles(ServiceRows services, ServiceHealths healths) {
        this.services = services;
        this.healths = healths;
    }

    /** Worst first, 30 at most: a page and its pushes stay small however many services there are. */
    @Transactional(readOnly = true)
    List<ServiceTile> worst() {
        Map<String, ServiceHealth> now = healths.now();
        List<ServiceView> worst = services.matching("").stream()
                .sorted(Comparator.comparingInt((ServiceView service) -> of(service, now).rank())
                        .thenComparing(service -> -of(service, now).count("firing alert")).thenComparing(ServiceView::name))
                .limit(SHOWN).toList();
        Map<String, List<Long>> hourly = healths.hourly(worst.stream().map(ServiceView::name).toList(), HOURS);
        List<Long> quiet = Collections.nCopies(HOURS, 0L);
        return worst.stream().map(service -> new ServiceTile(service, of(service, now),
                Sparkline.of(hourly.getOrDefault(service.name(), quiet)))).toList();
    }

    private static ServiceHealth of(ServiceView service, Map<String, ServiceHealth> now) {
        return now.getOrDefault(service.name(), ServiceHealth.QUIET);
    }
}
