package com.srecopilot.incident.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gathers alerts around their causes. A cluster has a root, the place everything else in it depends on, and a start. An
 * alert belongs to the cluster that explains it best: its place depends on the root, in few steps, and it comes about
 * as much later as trouble needs to get there. When a place comes to light that explains a whole cluster, it becomes
 * its root, and takes in others that it explains as well. Nothing but times, places and the graph is looked at.
 */
public final class Correlator {

    /** An effect is seldom seen sooner than this, for each step. */
    private static final Duration EARLIEST_PER_HOP = Duration.ofSeconds(15);
    /** What a usual alert takes from its cause to its sender. */
    private static final Duration USUAL_DELAY = Duration.ofSeconds(30);

    private final GroupingRules rules;
    private final ServiceGraph graph;
    private final Map<String, Set<Cluster>> byRoot = new HashMap<>();
    private final Map<String, Set<Cluster>> byPlace = new HashMap<>();
    private final Map<String, Set<Cluster>> byLabels = new HashMap<>();
    private final Map<UUID, Joining> joined = new LinkedHashMap<>();
    private final Map<Cluster, Set<UUID>> members = new HashMap<>();

    /** @param known what is open already, near in time to what will be placed */
    public Correlator(GroupingRules rules, ServiceGraph graph, Collection<Cluster> known) {
        this.rules = rules;
        this.graph = graph;
        known.forEach(this::index);
    }

    private record Fit(Cluster cluster, double cost, String rule, String detail) {
    }

    /** Finds the cluster of each; in order of their start, whatever order they come in. */
    public List<Joining> place(Collection<Signal> signals) {
        graph.learn(signals);
        signals.stream().sorted(Comparator.comparing(Signal::startsAt).thenComparing(Signal::key)).forEach(this::place);
        return List.copyOf(joined.values());
    }

    private void place(Signal signal) {
        List<Fit> effects = beneath(signal);
        Fit fit = explained(signal);
        if (fit == null && !effects.isEmpty()) {
            fit = effects.get(0);
            unindex(fit.cluster());
            fit.cluster().root(signal.place(), signal.startsAt());
        }
        if (fit == null) {
            fit = continued(signal);
        }
        if (fit == null) {
            fit = new Fit(Cluster.around(signal), 0, "first-of-its-cause", "nothing open explains it");
        }
        join(signal, fit);
        if (signal.place().equals(fit.cluster().root())) {
            Cluster root = fit.cluster();
            effects.stream().map(Fit::cluster).filter(other -> other != root).forEach(other -> fold(root, other));
        }
    }

    private void join(Signal signal, Fit fit) {
        fit.cluster().take(signal, rules);
        index(fit.cluster());
        members.computeIfAbsent(fit.cluster(), cluster -> new LinkedHashSet<>()).add(signal.alert());
        joined.put(signal.alert(), new Joining(signal, fit.cluster(), fit.rule(), fit.detail()));
    }

    /** The cluster whose root explains it best. */
    private Fit explained(Signal signal) {
        Fit best = null;
        for (Map.Entry<String, Integer> cause : graph.causesOf(signal.place()).entrySet()) {
            for (Cluster cluster : byRoot.getOrDefault(cause.getKey(), Set.of())) {
                Instant start = cluster.roots().get(cause.getKey());
                if (fits(start, cause.getValue(), signal.startsAt()) && !cluster.refuses(signal)) {
                    double cost = cost(start, cause.getValue(), signal.startsAt());
                    best = best == null || cost < best.cost() ? fit(cluster, cause.getKey(), cost, cause.getValue(), signal) : best;
                }
            }
        }
        return best;
    }

    private static Fit fit(Cluster cluster, String root, double cost, int hops, Signal signal) {
        long later = Duration.between(cluster.roots().get(root), signal.startsAt()).toSeconds();
        String when = later == 0 ? "at the same moment" : Math.abs(later) + " s " + (later < 0 ? "earlier" : "later");
        String where = hops == 0 ? "same " + (signal.place().startsWith("title:") ? "title, no service named" : "service: " + signal.place())
                : signal.place() + " depends on " + root + (hops == 1 ? "" : " in " + hops + " steps");
        return new Fit(cluster, cost, hops == 0 ? "same-service" : "depends-on-cause", where + ", " + when);
    }

    /** Clusters that this one would explain as a whole, the nearest first. */
    private List<Fit> beneath(Signal signal) {
        var beneath = new ArrayList<Fit>();
        Map<String, Integer> effects = graph.effectsOf(signal.place());
        effects.forEach((place, hops) -> byRoot.getOrDefault(place, Set.of()).stream()
                .filter(cluster -> hops > 0 && explainsAll(signal, effects, cluster))
                .forEach(cluster -> beneath.add(new Fit(cluster, hops, "cause-of-the-open",
                        place + " depends on " + signal.place() + ", which explains it"))));
        beneath.sort(Comparator.comparingDouble(Fit::cost).thenComparing(fit -> fit.cluster().start()));
        return beneath;
    }

    private boolean explainsAll(Signal signal, Map<String, Integer> effects, Cluster cluster) {
        Duration after = Duration.between(cluster.start(), signal.startsAt());
        Instant start = after.isNegative() ? signal.startsAt() : cluster.start().minusSeconds(1);
        return after.compareTo(rules.late()) <= 0 && !cluster.refuses(signal)
                && cluster.places().entrySet().stream().allMatch(place -> {
                    Integer hops = effects.get(place.getKey());
                    return hops != null && fits(start, hops, place.getValue().first()) && fits(start, hops, place.getValue().last());
                });
    }

    /** What nothing explains may still go on with something: the same alert again, the same service, the same labels. */
    private Fit continued(Signal signal) {
        for (Cluster cluster : byPlace.getOrDefault(signal.place(), Set.of())) {
            Instant same = cluster.keys().get(signal.key());
            if (same != null && within(signal.startsAt(), same, same, rules.sameKey()) && !cluster.refuses(signal)) {
                return new Fit(cluster, 0, "same-alert-again", "the same alert fired " + age(same, signal.startsAt()) + " before");
            }
            Cluster.Span span = cluster.places().get(signal.place());
            if (within(signal.startsAt(), span.first(), span.last(), rules.inactivity()) && !cluster.refuses(signal)) {
                return new Fit(cluster, 0, "same-service-active", "alerts of " + signal.place() + " within " + rules.inactivity().toSeconds() + " s");
            }
        }
        String labels = agreement(signal, rules);
        return labels == null ? null : byLabels.getOrDefault(labels, Set.of()).stream()
                .filter(cluster -> within(signal.startsAt(), cluster.together(labels).first(), cluster.together(labels).last(), rules.inactivity())
                        && Duration.between(cluster.together(labels).first(), signal.startsAt()).compareTo(rules.togetherFor()) <= 0
                        && !cluster.refuses(signal))
                .map(cluster -> new Fit(cluster, 0, "same-labels", "the same " + labels)).findFirst().orElse(null);
    }

    /** An incident that people know keeps its number; two of them stay two. */
    private void fold(Cluster root, Cluster other) {
        if (other.incident() != null || !root.mayTakeIn(other) || !byRoot.getOrDefault(other.root(), Set.of()).contains(other)) {
            return;
        }
        unindex(other);
        unindex(root);
        root.swallow(other);
        index(root);
        for (UUID alert : members.remove(other)) {
            Joining before = joined.get(alert);
            members.get(root).add(alert);
            joined.put(alert, new Joining(before.signal(), root, "depends-on-cause",
                    before.signal().place() + " depends on " + root.root() + ", which came to light later"));
        }
    }

    private boolean fits(Instant start, int hops, Instant at) {
        Duration later = Duration.between(start, at);
        Duration earliest = EARLIEST_PER_HOP.multipliedBy(hops).minus(rules.slack());
        return later.compareTo(earliest) >= 0 && later.compareTo(rules.window().plus(rules.perHop().multipliedBy(hops))) <= 0;
    }

    private double cost(Instant start, int hops, Instant at) {
        double usual = USUAL_DELAY.toMillis() + rules.perHop().toMillis() * 0.8 * hops;
        return hops + Math.abs(Duration.between(start, at).toMillis() - usual) / Math.max(1, rules.window().toMillis());
    }

    private static boolean within(Instant at, Instant first, Instant last, Duration most) {
        return !at.isBefore(first.minus(most)) && !at.isAfter(last.plus(most));
    }

    private static String age(Instant from, Instant to) {
        return Math.abs(Duration.between(from, to).toSeconds()) + " s";
    }

    /** The labels that alerts must agree in to be kept together, as one text; null when it lacks one of them. */
    static String agreement(Signal signal, GroupingRules rules) {
        boolean all = !rules.together().isEmpty() && rules.together().stream().allMatch(signal.labels()::containsKey);
        return !all ? null : rules.together().stream().map(name -> name + "=" + signal.labels().get(name)).collect(Collectors.joining(", "));
    }

    private void index(Cluster cluster) {
        cluster.roots().keySet().forEach(root -> byRoot.computeIfAbsent(root, each -> new LinkedHashSet<>()).add(cluster));
        cluster.places().keySet().forEach(place -> byPlace.computeIfAbsent(place, each -> new LinkedHashSet<>()).add(cluster));
        cluster.togetherKeys().forEach(labels -> byLabels.computeIfAbsent(labels, each -> new LinkedHashSet<>()).add(cluster));
    }

    private void unindex(Cluster cluster) {
        cluster.roots().keySet().forEach(root -> byRoot.getOrDefault(root, Set.of()).remove(cluster));
        cluster.places().keySet().forEach(place -> byPlace.getOrDefault(place, Set.of()).remove(cluster));
        cluster.togetherKeys().forEach(labels -> byLabels.getOrDefault(labels, Set.of()).remove(cluster));
    }
}
