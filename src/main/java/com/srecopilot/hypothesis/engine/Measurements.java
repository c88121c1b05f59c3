package com.srecopilot.hypothesis.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.srecopilot.hypothesis.rootcause.Finding;
import com.srecopilot.hypothesis.rootcause.Ranking;
import com.srecopilot.hypothesis.rootcause.Suspect;

/** What was measured points at services; where it does, what points elsewhere counts less. */
final class Measurements implements Lead {

    private static final int MOST = 5;
    private static final double DAMPED = 0.5;

    @Override
    public Stream<Clue> follow(Scene scene) {
        Ranking measured = scene.situation().measured();
        return measured.abstained() ? Stream.empty() : measured.suspects().stream().limit(MOST)
                .filter(suspect -> suspect.confidence() >= Weighed.FAINTEST && !suspect.findings().isEmpty()).map(suspect -> clue(suspect, scene));
    }

    private static Clue clue(Suspect suspect, Scene scene) {
        Citations cite = new Citations(scene);
        List<Evidence> evidence = new ArrayList<>();
        suspect.findings().forEach(finding -> evidence.add(cite.finding(suspect.service(), finding)));
        evidence.addAll(cite.path(suspect.service()));
        Finding first = suspect.findings().get(0);
        String claim = suspect.service() + ": " + Words.quoted(first.words()) + cite.since(Instant.ofEpochSecond((long) first.at()));
        return Clue.of(suspect.service(), Math.min(Suspicion.SUREST, suspect.confidence()), claim, evidence);
    }

    /** The clue in the light of what was measured: against a service that nothing measured speaks against it weighs less. */
    static Clue weighed(Clue clue, Ranking measured) {
        if (measured.abstained()) {
            return clue;
        }
        double top = measured.suspects().get(0).confidence();
        double own = measured.suspects().stream().filter(s -> s.service().equals(clue.service())).mapToDouble(Suspect::confidence).findFirst().orElse(top);
        return clue.times(1 - DAMPED * Math.max(0, top - own));
    }
}
