package com.srecopilot.catalog.page;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.ServiceHealth;
import com.srecopilot.catalog.ServiceHealths;
import com.srecopilot.catalog.ServiceRows;

/** Finds services for their list and counts what its filters would find. */
@Service
@Transactional(readOnly = true)
class ServiceList {

    static final int PAGE = 50;
    static final int HOURS = 24;
    private static final Comparator<ServiceCard> WORST_FIRST = Comparator.comparingInt((ServiceCard card) -> card.health().rank())
            .thenComparing(card -> -card.health().count("incident")).thenComparing(card -> -card.health().count("firing alert"));

    private final ServiceRows rows;
    private final ServiceHealths healths;

    ServiceList(ServiceRows rows, ServiceHealths healths) {
        this.rows = rows;
        this.healths = healths;
    }

    /**
     * @param number of the page, from 1
     * @param facets for each dimension how many services have each value under the other filters
     */
    record Found(List<ServiceRow> services, long total, int number, Map<String, Map<String, Long>> facets) {

        public boolean hasNext() {
            return (long) number * PAGE < total;
        }
    }

    Found find(ServiceFilter filter, int number) {
        Map<String, ServiceHealth> now = healths.now();
        List<ServiceCard> all = rows.matching(filter.q()).stream()
                .map(service -> new ServiceCard(service, now.getOrDefault(service.name(), ServiceHealth.QUIET))).toList();
        List<ServiceCard> found = all.stream().filter(filter::admits).sorted(filter.byName() ? (a, b) -> 0 : WORST_FIRST).toList();
        List<String> shown = found.stream().skip((long) (number - 1) * PAGE).limit(PAGE).map(card -> card.service().name()).toList();
        Map<String, Map<String, Long>> facets = List.of("health", "tier", "owner", "region").stream()
                .collect(Collectors.toMap(Function.identity(), dimension -> counts(all, filter, dimension)));
        return new Found(rows(rows.named(shown), now), found.size(), number, facets);
    }

    /** By name, of those that are not quiet. */
    Map<String, ServiceHealth> health() {
        return healths.now();
    }

    List<ServiceRow> rows(List<ServiceDetail> services, Map<String, ServiceHealth> now) {
        Map<String, List<Long>> hourly = healths.hourly(services.stream().map(ServiceDetail::name).toList(), HOURS);
        List<Long> quiet = Collections.nCopies(HOURS, 0L);
        return services.stream().map(service -> new ServiceRow(service, now.getOrDefault(service.name(), ServiceHealth.QUIET),
                hourly.getOrDefault(service.name(), quiet))).toList();
    }

    private static Map<String, Long> counts(List<ServiceCard> all, ServiceFilter filter, String dimension) {
        return all.stream().filter(card -> filter.admits(card, dimension))
                .collect(Collectors.groupingBy(card -> card.value(dimension), TreeMap::new, Collectors.counting()));
    }
}
