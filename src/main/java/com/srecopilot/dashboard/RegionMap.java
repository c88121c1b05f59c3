package com.srecopilot.dashboard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where incidents are open.
 *
 * @param regions worst first; those without an open incident last
 */
public record RegionMap(List<Region> regions) {

    private static final int SHOWN = 8;

    /**
     * @param name empty for incidents whose service has no region, or that name none
     * @param severity the worst of its open incidents, or null when it has none
     * @param services hit, by name
     * @param place null when nobody knows where it is
     * @param named whether there is room for its name on the map
     */
    public record Region(String name, long incidents, String severity, List<String> services, WorldRegions.Point place, boolean named) {

        public String label() {
            return name.isEmpty() ? "no region" : name;
        }
    }

    public List<Region> active() {
        return regions.stream().filter(region -> region.incidents() > 0).toList();
    }

    public List<Region> listed() {
        return active().stream().limit(SHOWN).toList();
    }

    public int more() {
        return active().size() - listed().size();
    }

    /** Drawn the other way round, so that the worst lies on top. */
    public List<Region> placed() {
        List<Region> placed = new ArrayList<>(regions.stream().filter(region -> region.place() != null).toList());
        Collections.reverse(placed);
        return placed;
    }

    /** In a sentence. */
    public String words() {
        List<Region> active = active();
        return active.isEmpty() ? "No incident is open in any region." : "Open incidents: "
                + String.join(", ", active.stream().map(region -> region.incidents() + " in " + region.label() + ", worst " + region.severity()).toList()) + ".";
    }
}
