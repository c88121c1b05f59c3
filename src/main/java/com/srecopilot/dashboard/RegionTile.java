package com.srecopilot.dashboard;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** Open incidents on a small map of the world. */
@Component
class RegionTile implements DashboardTile {

    private final Regions regions;

    RegionTile(Regions regions) {
        this.regions = regions;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String zone() {
        return "side";
    }

    @Override
    public String fragment() {
        return "dashboard/_region-tile";
    }

    @Override
    public Optional<Object> model() {
        return Optional.of(regions.now());
    }
}
