package com.srecopilot.hypothesis.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.srecopilot.hypothesis.engine.Situation.Change;
import com.srecopilot.hypothesis.engine.Situation.Edge;

/**
 * Something was changed shortly before it began: on the service itself, on what it depends on, or, less likely, on who
 * calls it. A change made after the first alert can't have caused it.
 */
final class RecentChange implements Lead {

    private static final Duration REACH = Duration.ofHours(24);
    private static final double AT_ONCE = 0.72;
    /** What an hour takes off: half. Slow leaks keep a long thin tail. */
    private static final double HALVED_AFTER_MINUTES = 60;
    private static final double PER_CALL = 0.7;
    private static final double ON_A_CALLER = 0.35;

    @Override
    public Stream<Clue> follow(Scene scene) {
        return Weighed.loudest(scene.situation().changes().stream()
                        .filter(change -> !change.service().isEmpty() && precedes(change, scene))
                        .map(change -> new Weighed<>(change, change.id(), weight(change, scene))))
                .map(weighed -> clue(weighed.candidate(), weighed.weight(), scene));
    }

    private static boolean precedes(Change change, Scene scene) {
        return !change.at().isAfter(scene.onset()) && gap(change, scene).compareTo(REACH) <= 0;
    }

    private static Duration gap(Change change, Scene scene) {
        return Duration.between(change.at(), scene.onset());
    }

    private static double weight(Change change, Scene scene) {
        double minutes = gap(change, scene).getSeconds() / 60.0;
        return AT_ONCE * nearness(change.service(), scene) / (1 + minutes / HALVED_AFTER_MINUTES);
    }

    private static double nearness(String service, Scene scene) {
        if (service.equals(scene.focus())) {
            return 1;
        }
        var reach = scene.upstream().get(service);
        if (reach != null) {
            return Math.pow(PER_CALL, reach.distance());
        }
        return scene.graph().callersOf(scene.focus()).containsKey(service) ? ON_A_CALLER : 0;
    }

    private static Clue clue(Change change, double weight, Scene scene) {
        Citations cite = new Citations(scene);
        List<Evidence> evidence = new ArrayList<>(List.of(cite.change(change)));
        evidence.addAll(relation(change.service(), scene).stream().map(cite::edge).toList());
        scene.firstAlert().map(cite::alert).ifPresent(evidence::add);
        String claim = Citations.did(change) + " " + scene.before(change.at()) + reason(change.service(), scene);
        return new Clue(change.service(), change.id(), weight, claim, evidence);
    }

    private static List<Edge> relation(String service, Scene scene) {
        if (service.equals(scene.focus())) {
            return List.of();
        }
        return scene.upstream().containsKey(service) ? scene.pathTo(service)
                : List.of(scene.graph().callersOf(scene.focus()).get(service));
    }

    private static String reason(String service, Scene scene) {
        if (service.equals(scene.focus())) {
            return "";
        }
        return scene.upstream().containsKey(service) ? ", and " + scene.focus() + " depends on it"
                : ", and it calls " + scene.focus();
    }
}
