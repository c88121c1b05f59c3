package com.srecopilot.hypothesis.rootcause;

import java.util.HashMap;
import java.util.Map;

/** One kind of evidence: how strongly it points at each service, with the words that say why. */
final class Channel {

    private final Map<String, Double> strengths = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, Series> moved = new HashMap<>();

    void point(String service, double strength, String reason) {
        point(service, strength, reason, null);
    }

    /** @param series what moved, or null */
    void point(String service, double strength, String reason, Series series) {
        if (strength > strengths.getOrDefault(service, 0.0)) {
            strengths.put(service, strength);
            reasons.put(service, reason);
            moved.put(service, series);
        }
    }

    double strength(String service) {
        return strengths.getOrDefault(service, 0.0);
    }

    String reason(String service) {
        return reasons.getOrDefault(service, "");
    }

    Finding finding(String service, double onset) {
        return Finding.of(reason(service), moved.get(service), onset);
    }

    /** What remains of each service's strength once the worst of the services it calls, by this or by how they hurt, has explained its part. */
    Channel explainedBy(Graph graph, double part, Map<String, Double> hurt) {
        Channel rest = new Channel();
        strengths.forEach((service, strength) -> {
            double below = graph.callees(service).stream().filter(c -> !c.equals(service))
                    .mapToDouble(c -> Math.max(strength(c), hurt.getOrDefault(c, 0.0))).max().orElse(0);
            rest.point(service, strength - part * Math.min(below, strength), reason(service), moved.get(service));
        });
        return rest;
    }

    /** Adds how strongly each service is pointed at, at most 1, to what is known of how it hurts. */
    void mergeInto(Map<String, Double> hurt) {
        strengths.forEach((service, strength) -> hurt.merge(service, Math.min(1, strength), Math::max));
    }

    /** Between 0 and 1: full when the evidence is strong and points at this service alone. */
    double share(String service) {
        double power = strengths.values().stream().mapToDouble(x -> x * x * x).sum();
        double mine = strength(service);
        if (power <= 0 || mine <= 0) {
            return 0;
        }
        double top = strengths.values().stream().mapToDouble(x -> x).max().orElse(0);
        return mine / Math.cbrt(power) * top / (top + 0.5);
    }
}
