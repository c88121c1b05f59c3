package com.srecopilot.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.srecopilot.alert.episode.Episode;
import com.srecopilot.alert.episode.Episodes;
import com.srecopilot.alert.episode.Verdict;
import com.srecopilot.alert.episode.Verdict.Outcome;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.receipt.Decision;
import com.srecopilot.alert.receipt.Entry;
import com.srecopilot.alert.silence.SilencesInForce;
import com.srecopilot.alert.silence.Suppression;

/** Lets deliveries of one source unfold, one after the other, into episodes touched and decisions taken. */
final class DeliveryBatch {

    private final Map<String, Episodes> episodes;
    private final SilencesInForce silences;
    private final Map<UUID, Touched> touched = new LinkedHashMap<>();
    private final Set<UUID> fired = new LinkedHashSet<>();
    private final Set<UUID> resolved = new LinkedHashSet<>();
    private final Set<UUID> repeated = new LinkedHashSet<>();

    /**
     * @param episodes what is stored of every dedup key that the deliveries name
     * @param silences what is to call nobody
     */
    DeliveryBatch(Map<String, Episodes> episodes, SilencesInForce silences) {
        this.episodes = episodes;
        this.silences = silences;
    }

    /** The entries of its receipt. An episode that a late resolve split off gets one of its own. */
    List<Entry> unfold(Delivery delivery) {
        var entries = new ArrayList<Entry>(delivery.alerts().size());
        for (IncomingAlert said : delivery.alerts()) {
            Verdict verdict = judge(said, delivery.receivedAt());
            note(delivery, said, verdict);
            entries.add(entry(delivery, said, verdict));
            verdict.opened().stream().filter(episode -> episode != verdict.episode())
                    .forEach(episode -> entries.add(splitOff(delivery, said, episode)));
        }
        return entries;
    }

    Collection<Touched> touched() {
        return touched.values();
    }

    /** The deliveries that began an episode. */
    List<UUID> fired() {
        return List.copyOf(fired);
    }

    /** The deliveries that ended one. */
    List<UUID> resolved() {
        return List.copyOf(resolved);
    }

    /** The deliveries that repeated something. */
    List<UUID> repeated() {
        return List.copyOf(repeated);
    }

    private Verdict judge(IncomingAlert said, Instant now) {
        Episodes ofKey = episodes.get(said.dedupKey());
        return said.resolved() ? ofKey.resolved(said.startsAt(), said.endsAt(), now) : ofKey.fired(said.startsAt(), now);
    }

    private void note(Delivery delivery, IncomingAlert said, Verdict verdict) {
        for (Episode episode : verdict.changed()) {
            Touched row = touched.computeIfAbsent(episode.id(), id -> new Touched(said, delivery.receivedAt()));
            row.episode = episode;
            row.lastReceived = delivery.receivedAt();
            if (verdict.opened().contains(episode)) {
                row.everFired = true;
                row.suppression = silences.suppressing(said, delivery.source().name(), episode.startsAt(), delivery.receivedAt()).orElse(null);
            }
        }
        if (verdict.episode() != null && verdict.episode().open()) {
            touched.get(verdict.episode().id()).latest = said;
        }
        if (verdict.outcome() == Outcome.REPEATED) {
            repeated.add(delivery.receipt());
        }
        if (!verdict.opened().isEmpty()) {
            fired.add(delivery.receipt());
        }
        if (!verdict.closed().isEmpty()) {
            resolved.add(delivery.receipt());
        }
    }

    private static Entry entry(Delivery delivery, IncomingAlert said, Verdict verdict) {
        Instant at = delivery.receivedAt();
        Stream<Decision> adjusted = said.notes().stream()
                .map(note -> new Decision(at, "adjusted", note.rule(), "changed", note.detail()));
        Stream<Decision> decided = Stream.of(new Decision(at, step(verdict.outcome()), verdict.rule(), outcome(verdict), detail(verdict)));
        UUID alert = verdict.episode() == null ? null : verdict.episode().id();
        return new Entry(alert, outcome(verdict), said, Stream.concat(adjusted, decided).toList());
    }

    private static Entry splitOff(Delivery delivery, IncomingAlert said, Episode episode) {
        var decision = new Decision(delivery.receivedAt(), "opened", "firing-after-end", "opened",
                "a firing from " + episode.startsAt() + " lies after the end that arrived only now");
        return new Entry(episode.id(), "opened", said, List.of(decision));
    }

    private static String step(Outcome outcome) {
        return outcome == Outcome.REPEATED ? "deduplicated" : outcome(outcome);
    }

    private static String outcome(Verdict verdict) {
        return outcome(verdict.outcome());
    }

    private static String outcome(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String detail(Verdict verdict) {
        Episode episode = verdict.episode();
        if (episode == null) {
            return "no episode of this key that it could end";
        }
        String since = "firing " + episode.count() + " of the episode since " + episode.startsAt();
        return episode.open() ? since : since + ", over at " + episode.endsAt();
    }

    /** An episode to be written, and what was said of it. */
    static final class Touched {

        final IncomingAlert first;
        final Instant firstReceived;
        Instant lastReceived;
        Episode episode;
        /** What replaces a row's content; null when only late words came. */
        IncomingAlert latest;
        boolean everFired;
        /** Why it calls nobody, or null. */
        Suppression suppression;

        private Touched(IncomingAlert first, Instant receivedAt) {
            this.first = first;
            this.firstReceived = receivedAt;
        }
    }
}
