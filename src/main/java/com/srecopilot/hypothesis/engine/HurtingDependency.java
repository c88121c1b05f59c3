package com.srecopilot.hypothesis.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.srecopilot.hypothesis.engine.CallGraph.Reach;
import com.srecopilot.hypothesis.engine.Scene.Symptom;
import com.srecopilot.hypothesis.engine.Situation.Edge;

/** Something the service depends on hurts too. Of several on one path the deepest is suspect: it explains the others. */
final class HurtingDependency implements Lead {

    private static final double GRAVE_AND_NEXT_DOOR = 0.6;
    private static final double EXPLAINED_BY_A_DEEPER_ONE = 0.4;
    private static final double OVER_A_HURTING_SERVICE = 0.95;
    private static final double OVER_A_SILENT_SERVICE = 0.6;
    private static final Duration SAME_TIME = Duration.ofMinutes(2);

    @Override
    public Stream<Clue> follow(Scene scene) {
        return Weighed.loudest(scene.upstream().keySet().stream().filter(scene::hurts)
                        .flatMap(service -> scene.symptom(service).stream().map(symptom -> weigh(service, symptom, scene))))
                .map(weighed -> clue(weighed.name(), weighed.candidate(), weighed.weight(), scene));
    }

    private static Weighed<Symptom> weigh(String service, Symptom symptom, Scene scene) {
        double weight = GRAVE_AND_NEXT_DOOR * scene.strength(symptom.strongest()) * closeness(service, scene);
        return new Weighed<>(symptom, service, isExplained(service, symptom, scene) ? weight * EXPLAINED_BY_A_DEEPER_ONE : weight);
    }

    private static double closeness(String service, Scene scene) {
        double closeness = 1;
        Reach reach = scene.upstream().get(service);
        while (reach.distance() > 1) {
            String between = reach.via().caller();
            closeness *= scene.hurts(between) ? OVER_A_HURTING_SERVICE : OVER_A_SILENT_SERVICE;
            reach = scene.upstream().get(between);
        }
        return closeness;
    }

    /** Deeper and not clearly later. Comparing distances keeps circles from explaining themselves. */
    private static boolean isExplained(String service, Symptom symptom, Scene scene) {
        int distance = scene.upstream().get(service).distance();
        Instant latest = symptom.earliest().startsAt().plus(SAME_TIME);
        for (String callee : scene.graph().callsOf(service).keySet()) {
            Reach reach = scene.hurts(callee) ? scene.upstream().get(callee) : null;
            if (reach != null && reach.distance() > distance
                    && scene.symptom(callee).filter(deeper -> !deeper.earliest().startsAt().isAfter(latest)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Clue clue(String service, Symptom symptom, double weight, Scene scene) {
        Citations cite = new Citations(scene);
        List<Evidence> evidence = new ArrayList<>(List.of(cite.alert(symptom.strongest())));
        evidence.addAll(cite.path(service));
        String claim = service + " " + Ailment.of(symptom.strongest()).verb() + " and " + scene.focus() + " depends on it"
                + through(service, scene);
        return Clue.of(service, weight, claim, evidence);
    }

    private static String through(String service, Scene scene) {
        List<String> between = scene.pathTo(service).stream().skip(1).map(Edge::caller).toList();
        return between.isEmpty() ? "" : " through " + Words.list(between);
    }
}
