package com.srecopilot.dashboard;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.srecopilot.alert.AlertEvent;
import com.srecopilot.alert.Alerts;
import com.srecopilot.identity.NavigationItem;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LiveState;
import com.srecopilot.tenancy.AfterCommit;

/** Keeps the tiles of services and the count of firing alerts true on open dashboards, and the counts in the navigation on every live page. */
@Component
class DashboardLive {

    private static final List<String> TOPICS_OF_PAGES = List.of("incidents", "alerts", "services");

    private final LiveState live;
    private final Fragments fragments;
    private final ServiceTiles tiles;
    private final Regions regions;
    private final Alerts alerts;
    private final List<NavigationItem> navigation;

    DashboardLive(LiveState live, Fragments fragments, ServiceTiles tiles, Regions regions, Alerts alerts,
            List<NavigationItem> navigation) {
        this.live = live;
        this.fragments = fragments;
        this.tiles = tiles;
        this.regions = regions;
        this.alerts = alerts;
        this.navigation = navigation;
    }

    @EventListener
    void incident(IncidentEvent event) {
        push(event.tenant());
    }

    @EventListener
    void alerts(IncidentEvent.AlertsChanged event) {
        push(event.tenant());
    }

    @EventListener
    void alert(AlertEvent event) {
        push(event.tenant());
    }

    /** What is true is pushed with the next change too: a crash may forget one. */
    private void push(UUID tenant) {
        AfterCommit.run(() -> live.changed(tenant, "dashboard", () -> Stream.concat(shown(), badges()).toList()));
    }

    private Stream<LiveMessage> shown() {
        return Stream.of(
                new LiveMessage("services", "health", fragments.render("dashboard/_services", Map.of("tiles", tiles.worst()))),
                new LiveMessage("incidents", "regions", fragments.render("dashboard/_regions", Map.of("map", regions.now()))),
                new LiveMessage("alerts", "count", fragments.render("dashboard/_firing", Map.of("firing", alerts.firingCount()))));
    }

    private Stream<LiveMessage> badges() {
        String badges = fragments.render("dashboard/_badges", Map.of("items", navigation));
        return TOPICS_OF_PAGES.stream().map(topic -> new LiveMessage(topic, "badges", badges));
    }
}
