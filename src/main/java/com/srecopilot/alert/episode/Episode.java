package com.srecopilot.alert.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One firing episode: an alert.
 *
 * @param anchor the start it was first known by; decides which part keeps the id when a late resolve splits it
 * @param sightings by start, never empty; the first is when the episode began
 */
public record Episode(UUID id, Instant anchor, List<Sighting> sightings) {

    private static final int REMEMBERED = 64;

    public Episode {
        sightings = List.copyOf(bounded(anchor, sightings));
    }

    public Instant startsAt() {
        return sightings.get(0).startsAt();
    }

    /** The latest start that a sender named within this episode. */
    public Instant latestStart() {
        return sightings.get(sightings.size() - 1).startsAt();
    }

    /** Null while it fires. */
    public Instant endsAt() {
        Instant end = null;
        for (Sighting sighting : sightings) {
            end = Sighting.earlier(end, sighting.endsAt());
        }
        return end;
    }

    public boolean open() {
        return endsAt() == null;
    }

    /** Firing deliveries so far; 0 when only its end was ever delivered. */
    public long count() {
        return sightings.stream().mapToLong(Sighting::count).sum();
    }

    boolean reaches(Instant moment) {
        Instant end = endsAt();
        return end == null || !moment.isAfter(end);
    }

    boolean knows(Instant start) {
        return sightings.stream().anyMatch(sighting -> sighting.startsAt().equals(start));
    }

    /** Forgets the oldest starts in between when a sender names a new one every time, but never their count or end. */
    private static List<Sighting> bounded(Instant anchor, List<Sighting> sightings) {
        if (sightings.size() <= REMEMBERED) {
            return sightings;
        }
        var kept = new ArrayList<>(sightings);
        while (kept.size() > REMEMBERED) {
            Sighting forgotten = kept.remove(kept.get(1).startsAt().equals(anchor) ? 2 : 1);
            kept.set(0, kept.get(0).and(forgotten.count(), forgotten.endsAt()));
        }
        return kept;
    }
}
