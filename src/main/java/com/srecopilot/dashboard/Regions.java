package com.srecopilot.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertRegions;
import com.srecopilot.catalog.ServiceRows;
import com.srecopilot.catalog.ServiceView;
import com.srecopilot.dashboard.RegionMap.Region;
import com.srecopilot.incident.IncidentFigures;

/** Counts open incidents by the regions that their open alerts name, and by their service's where these name none. */
@Service
class Regions {

    private static final List<String> WORST_FIRST = List.of("critical", "high", "medium", "low");
    private static final int NAME_WIDE = 62;
    private static final int NAME_HIGH = 26;

    private final ServiceRows services;
    private final IncidentFigures figures;
    private final AlertRegions alerts;

    Regions(ServiceRows services, IncidentFigures figures, AlertRegions alerts) {
        this.services = services;
        this.figures = figures;
        this.alerts = alerts;
    }

    @Transactional(readOnly = true)
    RegionMap now() {
        Map<String, String> regionOf = services.matching("").stream().collect(Collectors.toMap(ServiceView::name, ServiceView::region));
        Map<String, Count> counts = new TreeMap<>();
        regionOf.values().stream().filter(region -> !region.isEmpty()).forEach(region -> counts.computeIfAbsent(region, name -> new Count()));
        Map<String, List<String>> named = alerts.openByIncident();
        figures.openOnes().forEach(open -> named.getOrDefault(open.reference(), List.of(regionOf.getOrDefault(open.service(), "")))
                .forEach(region -> counts.computeIfAbsent(region, name -> new Count()).add(open)));
        List<Region> regions = new ArrayList<>();
        counts.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.comparingInt((Count count) -> count.worst).thenComparing(count -> -count.incidents)))
                .forEach(entry -> regions.add(region(entry.getKey(), entry.getValue(), regions)));
        return new RegionMap(regions);
    }

    private static Region region(String name, Count count, List<Region> before) {
        WorldRegions.Point place = WorldRegions.find(name).orElse(null);
        boolean named = place != null && count.incidents > 0 && before.stream().filter(Region::named).noneMatch(other -> near(other.place(), place));
        return new Region(name, count.incidents, count.incidents == 0 ? null : WORST_FIRST.get(count.worst), List.copyOf(count.services), place, named);
    }

    private static boolean near(WorldRegions.Point one, WorldRegions.Point other) {
        return Math.abs(one.x() - other.x()) < NAME_WIDE && Math.abs(one.y() - other.y()) < NAME_HIGH;
    }

    private static final class Count {

        private final Set<String> services = new TreeSet<>();
        private int worst = WORST_FIRST.size();
        private long incidents;

        private void add(IncidentFigures.Open open) {
            incidents++;
            worst = Math.min(worst, WORST_FIRST.indexOf(open.severity()));
            if (!open.service().isEmpty()) {
                services.add(open.service());
            }
        }
    }
}
