package com.srecopilot.alert.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever order deliveries arrive in, and however often they are doubled, the episodes are the same. */
class EpisodesOrderTests {

    private static final Instant DAY = Instant.parse("2026-03-05T00:00:00Z");

    /** A firing, or with an end a resolve. */
    private record Delivery(Instant start, Instant end) {
    }

    @RepeatedTest(200)
    void theOrderOfARealHistoryDoesNotMatter(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Delivery> deliveries = history(random);
        List<String> inOrder = unfold(deliveries);
        for (int shuffle = 0; shuffle < 20; shuffle++) {
            Collections.shuffle(deliveries, random);
            assertThat(unfold(deliveries)).as("%s", deliveries).isEqualTo(inOrder);
        }
    }

    @RepeatedTest(200)
    void theOrderOfNonsenseDoesNotMatterEither(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Instant start = minute(random.nextInt(30));
            deliveries.add(new Delivery(start, random.nextBoolean() ? null : start.plusSeconds(60L * random.nextInt(12))));
        }
        List<String> inOrder = unfold(deliveries);
        for (int shuffle = 0; shuffle < 20; shuffle++) {
            Collections.shuffle(deliveries, random);
            assertThat(unfold(deliveries)).as("%s", deliveries).isEqualTo(inOrder);
        }
    }

    /** Episodes one after the other, each repeated and resolved some times. */
    private static List<Delivery> history(Random random) {
        var deliveries = new ArrayList<Delivery>();
        int minute = 0;
        for (int episode = 0; episode < 1 + random.nextInt(4); episode++) {
            Instant start = minute(minute);
            Instant end = minute(minute + 1 + random.nextInt(20));
            Collections.addAll(deliveries, Collections.nCopies(1 + random.nextInt(3), new Delivery(start, null)).toArray(Delivery[]::new));
            if (random.nextInt(4) > 0) {
                Collections.addAll(deliveries, Collections.nCopies(1 + random.nextInt(2), new Delivery(start, end)).toArray(Delivery[]::new));
            }
            minute += 22 + random.nextInt(20);
        }
        return deliveries;
    }

    /** Through the form in which episodes are stored, with no more of them at hand than the store would load. */
    private static List<String> unfold(List<Delivery> deliveries) {
        List<Episode> stored = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            Instant from = stored.stream().map(Episode::startsAt).filter(start -> !start.isAfter(delivery.start())).max(Instant::compareTo).orElse(Instant.MIN);
            List<Episode> near = stored.stream().filter(episode -> !episode.startsAt().isBefore(from)).toList();
            var episodes = new Episodes(near, UUID::randomUUID);
            if (delivery.end() == null) {
                episodes.fired(delivery.start(), DAY);
            } else {
                episodes.resolved(delivery.start(), delivery.end(), DAY);
            }
            List<UUID> before = stored.stream().map(Episode::id).toList();
            stored.removeAll(near);
            stored.addAll(episodes.all());
            assertThat(stored).extracting(Episode::id).as("no alert disappears").containsAll(before).doesNotHaveDuplicates();
            assertThat(stored.stream().filter(Episode::open).count()).as("one open episode at most").isLessThanOrEqualTo(1);
        }
        return stored.stream().map(EpisodesTests::show).sorted().toList();
    }

    private static Instant minute(int minute) {
        return DAY.plusSeconds(60L * minute);
    }
}
