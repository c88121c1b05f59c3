package com.srecopilot.incident.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an alert depends on and fires already: the cause for whose sake it may be suppressed. Pure, in event time. */
public final class Upstream {

    private final ServiceGraph graph;
    private final Duration within;
    private final boolean on;

    public Upstream(ServiceGraph graph, GroupingRules rules) {
        this.graph = graph;
        this.within = rules.upstream();
        this.on = rules.suppresses();
    }

    /** @param since when the first of its alerts that fire began; @param hidden whether its incident is private */
    public record Cause(String service, String incident, Instant since, boolean hidden) {

        public String reason() {
            return "upstream " + service + " is the cause" + (hidden ? ", its incident is private" : ": " + incident);
        }
    }

    /** What depends on others of the batch comes after them. Where nothing is suppressed all are one lot. */
    public <T> List<List<T>> lots(List<T> batch, Function<T, Signal> signal) {
        if (!on) {
            return List.of(batch);
        }
        Set<String> places = batch.stream().map(each -> signal.apply(each).place()).collect(Collectors.toSet());
        Map<Boolean, List<T>> lots = batch.stream().collect(Collectors.partitioningBy(each -> dependsOnOneOf(signal.apply(each).place(), places)));
        return List.of(lots.get(false), lots.get(true));
    }

    private boolean dependsOnOneOf(String place, Set<String> places) {
        return graph.causesOf(place).entrySet().stream().anyMatch(cause -> cause.getValue() > 0 && places.contains(cause.getKey()));
    }

    /** Everything that this place depends on. */
    public Collection<String> of(String place) {
        return graph.causesOf(place).keySet();
    }

    /** The nearest that began before the alert, and not too long before; of those the earliest. */
    public Optional<Cause> causing(Signal signal, Collection<Cause> firing) {
        Map<String, Integer> hops = graph.causesOf(signal.place());
        return firing.stream().filter(cause -> hops.getOrDefault(cause.service(), 0) > 0 && began(cause.since(), signal.startsAt()))
                .min(Comparator.<Cause>comparingInt(cause -> hops.get(cause.service())).thenComparing(Cause::since).thenComparing(Cause::incident));
    }

    private boolean began(Instant since, Instant startsAt) {
        return since.isBefore(startsAt) && !since.plus(within).isBefore(startsAt);
    }
}
