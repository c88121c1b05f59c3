package com.srecopilot.hypothesis.engine;

import java.util.List;
import java.util.stream.Stream;

import com.srecopilot.hypothesis.engine.Situation.Alert;

/**
 * The service itself, by what its own alerts say. Weak: an alert tells where it hurts, not why. Weaker still when a
 * neighbour hurts too.
 */
final class OwnSymptom implements Lead {

    private static final double AMONG_OTHERS = 0.5;
    private static final int CITED = 3;

    @Override
    public Stream<Clue> follow(Scene scene) {
        List<Alert> own = scene.focus().isEmpty() ? List.of() : scene.ownAlerts();
        return own.stream().limit(1).map(strongest -> clue(strongest, own, scene));
    }

    private static Clue clue(Alert strongest, List<Alert> own, Scene scene) {
        Citations cite = new Citations(scene);
        Ailment ailment = Ailment.of(strongest);
        double weight = ailment.ownFault() * scene.strength(strongest) * (aNeighbourHurts(scene) ? AMONG_OTHERS : 1);
        String claim = scene.focus() + " itself " + ailment.verb() + ": " + Citations.titleOf(strongest);
        return Clue.of(scene.focus(), weight, claim, own.stream().limit(CITED).map(cite::alert).toList());
    }

    private static boolean aNeighbourHurts(Scene scene) {
        return Stream.concat(scene.upstream().keySet().stream(), scene.graph().callersOf(scene.focus()).keySet().stream())
                .anyMatch(scene::hurts);
    }
}
