package com.srecopilot.hypothesis.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers the clues by suspect. A change that is plausible by itself takes over what speaks against its service: that
 * orders-db fails is no second theory beside its deployment, it is what the deployment would explain.
 */
final class Dossiers {

    private static final double PLAUSIBLE = 0.2;
    private static final int MOST_EVIDENCE = 8;

    private static final Comparator<Suspicion> LIKELIEST =
            Comparator.comparingDouble(Suspicion::confidence).reversed().thenComparing(Suspicion::key);

    private final Map<String, List<Clue>> bySuspect = new TreeMap<>();
    private final Map<String, TrackRecord> record = new HashMap<>();

    Dossiers(List<TrackRecord> record) {
        record.forEach(each -> this.record.put(each.key(), each));
    }

    void file(Clue clue) {
        bySuspect.computeIfAbsent(clue.key(), key -> new ArrayList<>()).add(clue);
    }

    /** The likeliest first, down to what hardly anything speaks for. */
    List<Suspicion> likeliest() {
        handOverToChanges();
        List<Suspicion> each = bySuspect.entrySet().stream().map(suspect -> suspicion(suspect.getKey(), suspect.getValue())).toList();
        double odds = each.stream().mapToDouble(suspicion -> odds(suspicion.confidence())).sum();
        double plainOdds = each.stream().mapToDouble(suspicion -> odds(suspicion.plain())).sum();
        return each.stream().map(suspicion -> suspicion.with(among(odds, suspicion.confidence()), among(plainOdds, suspicion.plain()))).sorted(LIKELIEST).toList();
    }

    /** A failure began in one place, or in none of these: what speaks for one speaks against the others. */
    private static double among(double all, double alone) {
        return rounded(odds(alone) / (1 + all));
    }

    private static double odds(double confidence) {
        return confidence / (1 - confidence);
    }

    private void handOverToChanges() {
        List<Clue> changes = bySuspect.values().stream().flatMap(List::stream)
                .filter(clue -> clue.namesChange() && clue.weight() >= PLAUSIBLE)
                .sorted(Clue.HEAVIEST).toList();
        for (Clue change : changes) {
            List<Clue> ofService = bySuspect.remove("service:" + change.service());
            if (ofService != null) {
                bySuspect.get(change.key()).addAll(ofService);
            }
        }
    }

    private Suspicion suspicion(String key, List<Clue> clues) {
        List<Clue> heaviest = clues.stream().sorted(Clue.HEAVIEST).toList();
        Clue first = heaviest.stream().filter(Clue::namesChange).findFirst().orElse(heaviest.get(0));
        Set<Evidence> evidence = new LinkedHashSet<>(first.evidence());
        TrackRecord judged = record.get(key.substring(0, key.indexOf(':') + 1) + first.service());
        if (judged != null && judged.worthTelling()) {
            evidence.add(Citations.verdicts(judged));
        }
        heaviest.forEach(clue -> evidence.addAll(clue.evidence()));
        double plain = confidence(clues);
        return new Suspicion(key, first.claim(), judged == null ? plain : rounded(judged.adjust(plain)), plain, first.service(),
                evidence.stream().limit(MOST_EVIDENCE).toList());
    }

    /** Noisy or: each clue alone would do, and none of them makes it certain. To the tenth of a percent. */
    private static double confidence(List<Clue> clues) {
        double innocent = clues.stream().mapToDouble(clue -> 1 - clue.weight()).reduce(1, (a, b) -> a * b);
        return rounded(1 - innocent);
    }

    private static double rounded(double sure) {
        return Math.min(Suspicion.SUREST, Math.round(sure * 1000) / 1000.0);
    }
}
