package com.srecopilot.incident.grouping;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The alerts of one incident, as far as the grouping remembers them. */
public final class Cluster {

    /** The same alert is of the same service: what is forgotten is still found there. */
    private static final int MOST_KEYS = 200;

    private final Integer incident;
    private String root;
    private Instant start;
    private final Map<String, Span> places = new HashMap<>();
    private final Map<String, Instant> keys = new HashMap<>();
    private final Map<String, Span> together = new HashMap<>();
    private final Map<String, String> apart = new HashMap<>();
    private final Map<String, Instant> merged = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private boolean changed;

    /** When something fired first and last. */
    public record Span(Instant first, Instant last) {

        Span and(Span other) {
            return new Span(first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    /**
     * What is stored of it.
     *
     * @param merged the roots of what people merged into it, with their starts; null in memories of old
     * @param refused keys of alerts that people took out of it; null in memories of old
     */
    public record Memory(String root, Instant start, Map<String, Span> places, Map<String, Instant> keys, Map<String, Span> together,
            Map<String, String> apart, Map<String, Instant> merged, Set<String> refused) {

        public Memory {
            merged = merged == null ? Map.of() : merged;
            refused = refused == null ? Set.of() : refused;
        }
    }

    private Cluster(Integer incident, String root, Instant start) {
        this.incident = incident;
        this.root = root;
        this.start = start;
    }

    static Cluster around(Signal first) {
        return new Cluster(null, first.place(), first.startsAt());
    }

    public static Cluster remembered(int incident, Memory memory) {
        var cluster = new Cluster(incident, memory.root(), memory.start());
        cluster.places.putAll(memory.places());
        cluster.keys.putAll(memory.keys());
        cluster.together.putAll(memory.together());
        cluster.apart.putAll(memory.apart());
        cluster.merged.putAll(memory.merged());
        cluster.refused.addAll(memory.refused());
        return cluster;
    }

    /** @param kept keys that fired before this are forgotten, and the oldest of very many */
    public Memory memory(Instant kept) {
        var recent = new HashMap<>(keys);
        recent.values().removeIf(at -> at.isBefore(kept));
        if (recent.size() > MOST_KEYS) {
            Instant oldest = recent.values().stream().sorted(Comparator.reverseOrder()).skip(MOST_KEYS).findFirst().orElse(kept);
            recent.values().removeIf(at -> !at.isAfter(oldest));
        }
        return new Memory(root, start, Map.copyOf(places), recent, Map.copyOf(together), Map.copyOf(apart),
                Map.copyOf(merged), Set.copyOf(refused));
    }

    /** What the next alerts need of it. */
    public Memory memory(GroupingRules rules) {
        return memory(last().minus(rules.sameKey()));
    }

    /** The number of the incident that it is; null while there is none. */
    public Integer incident() {
        return incident;
    }

    /** The place that all the others depend on, as far as is known. */
    public String root() {
        return root;
    }

    public Instant start() {
        return start;
    }

    /** Its own root and those merged into it, with the start of each. */
    Map<String, Instant> roots() {
        Map<String, Instant> roots = new HashMap<>(merged);
        roots.put(root, start);
        return roots;
    }

    public Instant first() {
        return places.values().stream().map(Span::first).min(Instant::compareTo).orElse(start);
    }

    public Instant last() {
        return places.values().stream().map(Span::last).max(Instant::compareTo).orElse(start);
    }

    public boolean changed() {
        return changed;
    }

    Map<String, Span> places() {
        return places;
    }

    Map<String, Instant> keys() {
        return keys;
    }

    Set<String> togetherKeys() {
        return new HashSet<>(together.keySet());
    }

    Span together(String key) {
        return together.get(key);
    }

    /** Rules or people keep it out. */
    boolean refuses(Signal signal) {
        return refused.contains(signal.key()) || keptApart(signal.labels());
    }

    private boolean refusesAny(Cluster other) {
        return other.keys.keySet().stream().anyMatch(refused::contains);
    }

    boolean mayTakeIn(Cluster other) {
        return !refusesAny(other) && !other.refusesAny(this);
    }

    private boolean keptApart(Map<String, String> labels) {
        return apart.entrySet().stream().anyMatch(label -> labels.containsKey(label.getKey()) && !labels.get(label.getKey()).equals(label.getValue()));
    }

    void take(Signal signal, GroupingRules rules) {
        var span = new Span(signal.startsAt(), signal.startsAt());
        places.merge(signal.place(), span, Span::and);
        keys.merge(signal.key(), signal.startsAt(), (one, other) -> one.isAfter(other) ? one : other);
        String labels = Correlator.agreement(signal, rules);
        if (labels != null) {
            together.merge(labels, span, Span::and);
        }
        rules.apart().stream().filter(signal.labels()::containsKey).forEach(name -> apart.putIfAbsent(name, signal.labels().get(name)));
        if (signal.place().equals(root) && signal.startsAt().isBefore(start)) {
            start = signal.startsAt();
        }
        changed = true;
    }

    /** What was taken for the cause has one of its own. */
    void root(String place, Instant at) {
        root = place;
        start = at.isBefore(start) ? at : start;
        changed = true;
    }

    /** What people say is one. */
    void merge(Cluster other) {
        swallow(other);
        merged.putAll(other.roots());
        merged.remove(root);
        refused.addAll(other.refused);
        refused.removeAll(keys.keySet());
    }

    /** People took these alerts out: they and this never meet again. */
    void refuse(Set<String> alerts) {
        keys.keySet().removeAll(alerts);
        refused.addAll(alerts);
        changed = true;
    }

    void swallow(Cluster other) {
        other.places.forEach((place, span) -> places.merge(place, span, Span::and));
        other.keys.forEach((key, at) -> keys.merge(key, at, (one, two) -> one.isAfter(two) ? one : two));
        other.together.forEach((key, span) -> together.merge(key, span, Span::and));
        other.apart.forEach(apart::putIfAbsent);
        start = other.start.isBefore(start) ? other.start : start;
        changed = true;
    }
}
