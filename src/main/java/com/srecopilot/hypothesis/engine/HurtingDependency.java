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
    private static final double EXPLAINED_BY_ANOTHER = 0.4;
    private static final double OVER_A_HURTING_SERVICE = 0.95;
    private static final double OVER_A_SILENT_SERVICE = 0.6;
    private static final int LOOKED_INTO = 100;
    private static final Duration SAME_TIME = Duration.ofMinutes(2);

    @Override
    public Stream<Clue> follow(Scene scene) {
        Stream<Weighed<Symptom>> hurting = Weighed.loudest(scene.upstream().keySet().stream().filter(scene::hurts)
                .map(service -> weigh(service, scene.symptom(service).orElseThrow(), scene)), LOOKED_INTO);
        return Weighed.loudest(hurting.map(weighed -> isExplained(weighed, scene) ? weighed.times(EXPLAINED_BY_ANOTHER) : weighed))
                .map(weighed -> clue(weighed.name(), weighed.candidate(), weighed.weight(), scene));
    }

    private static Weighed<Symptom> weigh(String service, Symptom symptom, Scene scene) {
        double weight = GRAVE_AND_NEXT_DOOR * scene.strength(symptom.strongest()) * closeness(service, scene);
        return new Weighed<>(symptom, service, weight);
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

    /** By something that it calls itself and that did not clearly hurt later. Of a circle the farthest is suspect. */
    private static boolean isExplained(Weighed<Symptom> suspect, Scene scene) {
        Instant latest = suspect.candidate().earliest().startsAt().plus(SAME_TIME);
        int distance = scene.upstream().get(suspect.name()).distance();
        for (String callee : scene.graph().callsOf(suspect.name()).keySet()) {
            Reach reach = scene.hurts(callee) ? scene.upstream().get(callee) : null;
            if (reach != null && scene.symptom(callee).filter(other -> !other.earliest().startsAt().isAfter(latest)).isPresent()
                    && (reach.distance() > distance || !scene.graph().reaches(callee, suspect.name(), scene::hurts))) {
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
