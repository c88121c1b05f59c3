package com.srecopilot.hypothesis.engine;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.srecopilot.hypothesis.engine.Situation.Alert;
import com.srecopilot.hypothesis.engine.Situation.Edge;

/**
 * A caller hurt first and may have passed its trouble on, by retries or more traffic. Unlikely: mostly it is the callers
 * that suffer, and then they hurt later.
 */
final class HurtingCaller implements Lead {

    private static final double HURT_FIRST = 0.2;
    private static final double AND_SPEAKS_OF_TRAFFIC = 0.3;
    private static final int MOST = 20;
    private static final Duration CLEARLY = Duration.ofSeconds(30);
    private static final Duration REACH = Duration.ofHours(2);

    @Override
    public Stream<Clue> follow(Scene scene) {
        return scene.graph().callersOf(scene.focus()).values().stream()
                .filter(edge -> !scene.upstream().containsKey(edge.caller()))
                .flatMap(edge -> scene.symptom(edge.caller()).stream().map(symptom -> symptom.earliest())
                        .filter(alert -> isFirst(alert, scene))
                        .map(alert -> clue(edge, alert, scene)))
                .sorted(Clue.HEAVIEST).limit(MOST);
    }

    private static boolean isFirst(Alert alert, Scene scene) {
        Duration lead = Duration.between(alert.startsAt(), scene.onset());
        return lead.compareTo(CLEARLY) >= 0 && lead.compareTo(REACH) <= 0;
    }

    private static Clue clue(Edge edge, Alert alert, Scene scene) {
        Citations cite = new Citations(scene);
        double weight = (Ailment.speaksOfTraffic(alert) ? AND_SPEAKS_OF_TRAFFIC : HURT_FIRST) * alert.gravity();
        String claim = edge.caller() + " hurt " + scene.before(alert.startsAt()) + " and calls " + edge.callee();
        return Clue.of(edge.caller(), weight, claim, List.of(cite.alert(alert), cite.edge(edge)));
    }
}
