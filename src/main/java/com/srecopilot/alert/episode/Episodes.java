package com.srecopilot.alert.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

import com.srecopilot.alert.episode.Verdict.Outcome;

/**
 * The episodes of one dedup key of one source, as far as they are near the deliveries at hand. What it holds depends
 * on the set of deliveries, not on their order: each start that a sender named is remembered with its own end, and
 * episodes are read off the time line: one begins with a start, takes in every start up to its end, and its end is the
 * earliest that was named for any of them.
 */
public final class Episodes {

    /** A sender without start times is compared with our clock: it may lag this far and still mean what is open. */
    private static final Duration LAG = Duration.ofMinutes(5);

    private final TreeMap<Instant, Episode> timeline = new TreeMap<>();
    private final Supplier<UUID> ids;

    /** @param known must hold the episode at or before each start that will be delivered, and all later ones */
    public Episodes(Collection<Episode> known, Supplier<UUID> ids) {
        known.forEach(episode -> timeline.put(episode.startsAt(), episode));
        this.ids = ids;
    }

    public Collection<Episode> all() {
        return Collections.unmodifiableCollection(timeline.values());
    }

    /** @param startsAt null when the sender did not say: then it repeats what is open, or begins now */
    public Verdict fired(Instant startsAt, Instant now) {
        Episode open = open();
        if (startsAt == null && open != null) {
            return judge(open.latestStart(), 1, null, "repeat-while-open");
        }
        if (startsAt == null) {
            return judge(afterTheLast(now), 1, null, timeline.isEmpty() ? "first-firing" : "firing-after-end");
        }
        return judge(startsAt, 1, null, firingRule(startsAt));
    }

    /** @param endsAt null when the sender did not say: then it ends now, or before the next start it named */
    public Verdict resolved(Instant startsAt, Instant endsAt, Instant now) {
        if (startsAt == null) {
            return resolvedWithoutStart(endsAt, now);
        }
        Episode holding = holding(startsAt);
        if (endsAt == null && holding != null && !holding.open()) {
            return new Verdict(Outcome.REPEATED, "resolve-repeated", holding, List.of(holding), List.of(), List.of());
        }
        Instant end = endsAt != null ? endsAt : beforeTheNext(startsAt, now);
        return judge(startsAt, 0, end.isBefore(startsAt) ? startsAt : end, resolveRule(holding, end));
    }

    private Verdict resolvedWithoutStart(Instant endsAt, Instant now) {
        Episode open = open();
        if (open == null) {
            return Verdict.dropped("resolve-without-episode");
        }
        Instant end = endsAt != null ? endsAt : now;
        if (end.isBefore(open.startsAt().minus(LAG))) {
            return Verdict.dropped("resolve-of-an-earlier-episode");
        }
        Instant latest = open.latestStart();
        return judge(latest, 0, end.isBefore(latest) ? latest : end, "resolve");
    }

    private String firingRule(Instant startsAt) {
        Episode holding = holding(startsAt);
        if (holding == null) {
            return timeline.higherKey(startsAt) != null ? "firing-with-earlier-start"
                    : timeline.isEmpty() ? "first-firing" : "firing-after-end";
        }
        if (holding.open()) {
            return holding.knows(startsAt) ? "repeat-of-known-start" : "repeat-while-open";
        }
        return holding.knows(startsAt) ? "late-repeat-of-known-start" : "late-repeat-within-episode";
    }

    private static String resolveRule(Episode holding, Instant end) {
        if (holding == null) {
            return "resolve-before-firing";
        }
        if (!holding.open()) {
            return end.isBefore(holding.endsAt()) ? "resolve-with-earlier-end" : "resolve-repeated";
        }
        return end.isBefore(holding.latestStart()) ? "resolve-before-a-later-firing" : "resolve";
    }

    /** Adds what was said to the time line and tells what that changed. */
    private Verdict judge(Instant start, long count, Instant end, String rule) {
        var before = new ArrayList<Episode>();
        var sightings = new TreeMap<Instant, Sighting>();
        Episode holding = holding(start);
        if (holding != null) {
            take(holding, before, sightings);
        }
        sightings.merge(start, new Sighting(start, count, end), (known, more) -> known.and(count, end));
        List<List<Sighting>> clusters = clusters(sightings);
        Map.Entry<Instant, Episode> next = timeline.higherEntry(start);
        while (next != null && reaches(clusters.get(clusters.size() - 1), next.getKey())) {
            take(next.getValue(), before, sightings);
            clusters = clusters(sightings);
            next = timeline.higherEntry(next.getKey());
        }
        List<Episode> after = named(clusters, before);
        before.forEach(episode -> timeline.remove(episode.startsAt()));
        after.forEach(episode -> timeline.put(episode.startsAt(), episode));
        return verdict(rule, count > 0, before, after, holding(start));
    }

    private static Verdict verdict(String rule, boolean fired, List<Episode> before, List<Episode> after, Episode episode) {
        List<UUID> known = before.stream().map(Episode::id).toList();
        List<UUID> wereOpen = before.stream().filter(Episode::open).map(Episode::id).toList();
        List<Episode> opened = after.stream().filter(each -> each.open() && !known.contains(each.id())).toList();
        List<Episode> closed = after.stream().filter(each -> !each.open() && wereOpen.contains(each.id())).toList();
        Outcome outcome = known.contains(episode.id()) && fired || rule.equals("resolve-repeated") ? Outcome.REPEATED
                : fired ? Outcome.OPENED : Outcome.RESOLVED;
        return new Verdict(outcome, rule, episode, after, opened, closed);
    }

    private static void take(Episode episode, List<Episode> before, TreeMap<Instant, Sighting> sightings) {
        before.add(episode);
        episode.sightings().forEach(sighting -> sightings.put(sighting.startsAt(), sighting));
    }

    /** Reads the episodes off the time line. */
    private static List<List<Sighting>> clusters(TreeMap<Instant, Sighting> sightings) {
        var clusters = new ArrayList<List<Sighting>>();
        Instant end = null;
        for (Sighting sighting : sightings.values()) {
            if (clusters.isEmpty() || end != null && sighting.startsAt().isAfter(end)) {
                clusters.add(new ArrayList<>());
                end = null;
            }
            clusters.get(clusters.size() - 1).add(sighting);
            end = Sighting.earlier(end, sighting.endsAt());
        }
        return clusters;
    }

    private static boolean reaches(List<Sighting> cluster, Instant moment) {
        return new Episode(null, null, cluster).reaches(moment);
    }

    /**
     * Each known episode keeps its id, on the part that holds the start it was first known by. When an earlier part is
     * all that a later episode leaves it, it takes that one.
     */
    private List<Episode> named(List<List<Sighting>> clusters, List<Episode> before) {
        Episode[] named = new Episode[clusters.size()];
        int free = clusters.size() - 1;
        for (int i = before.size() - 1; i >= 0; i--) {
            int part = Math.min(free, holding(clusters, before.get(i).anchor()));
            named[part] = kept(before.get(i), clusters.get(part));
            free = part - 1;
        }
        for (int i = 0; i < named.length; i++) {
            if (named[i] == null) {
                named[i] = new Episode(ids.get(), clusters.get(i).get(0).startsAt(), clusters.get(i));
            }
        }
        return List.of(named);
    }

    private static Episode kept(Episode known, List<Sighting> cluster) {
        Instant start = cluster.get(0).startsAt();
        Instant latest = cluster.get(cluster.size() - 1).startsAt();
        boolean holds = !known.anchor().isBefore(start) && !known.anchor().isAfter(latest);
        return new Episode(known.id(), holds ? known.anchor() : start, cluster);
    }

    private static int holding(List<List<Sighting>> clusters, Instant start) {
        int last = 0;
        while (last + 1 < clusters.size() && !clusters.get(last + 1).get(0).startsAt().isAfter(start)) {
            last++;
        }
        return last;
    }

    private Episode open() {
        Episode last = timeline.isEmpty() ? null : timeline.lastEntry().getValue();
        return last != null && last.open() ? last : null;
    }

    private Episode holding(Instant start) {
        Map.Entry<Instant, Episode> floor = timeline.floorEntry(start);
        return floor != null && floor.getValue().reaches(start) ? floor.getValue() : null;
    }

    private Instant afterTheLast(Instant now) {
        Instant end = timeline.isEmpty() ? null : timeline.lastEntry().getValue().endsAt();
        return end == null || now.isAfter(end) ? now : end.plusMillis(1);
    }

    /** An end that was not named lies before the next start that was: a late resolve never closes a later episode. */
    private Instant beforeTheNext(Instant start, Instant now) {
        Episode holding = holding(start);
        Instant later = holding == null ? timeline.higherKey(start) : holding.sightings().stream()
                .map(Sighting::startsAt).filter(each -> each.isAfter(start)).findFirst().orElse(null);
        return later != null && !now.isBefore(later) ? later.minusMillis(1) : now;
    }
}
