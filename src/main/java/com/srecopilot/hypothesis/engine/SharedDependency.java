package com.srecopilot.hypothesis.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Several hurting services, none of which calls another, depend on the same one, which may be silent for want of an alert rule. The more of its
 * callers hurt, in number and in share, the more suspect it is.
 */
final class SharedDependency implements Lead {

    private static final double ALL_OF_MANY = 0.5;
    private static final int LOOKED_INTO = 200;
    private static final int CITED = 3;

    @Override
    public Stream<Clue> follow(Scene scene) {
        Stream<Weighed<List<String>>> shared = Weighed.loudest(scene.upstream().keySet().stream()
                .map(service -> weigh(service, hurtingCallers(service, scene), scene)), LOOKED_INTO);
        return Weighed.loudest(shared.map(all -> weigh(all.name(), independent(all.candidate(), scene), scene)))
                .map(weighed -> clue(weighed.name(), weighed.candidate(), weighed.weight(), scene));
    }

    private static List<String> hurtingCallers(String service, Scene scene) {
        return scene.graph().callersOf(service).keySet().stream().filter(scene::hurts).toList();
    }

    private static Weighed<List<String>> weigh(String service, List<String> hurting, Scene scene) {
        int all = scene.graph().callersOf(service).size();
        double number = hurting.isEmpty() ? 0 : 1 - Math.pow(0.5, hurting.size() - 1);
        return new Weighed<>(hurting, service, ALL_OF_MANY * number * Math.sqrt((double) hurting.size() / all));
    }

    /** Who calls another of them hurts for that one's sake, and is no further witness. */
    private static List<String> independent(List<String> hurting, Scene scene) {
        Set<String> all = Set.copyOf(hurting);
        return hurting.stream()
                .filter(caller -> scene.graph().callsOf(caller).keySet().stream().noneMatch(all::contains)).toList();
    }

    private static Clue clue(String service, List<String> hurting, double weight, Scene scene) {
        List<String> callers = hurting.stream()
                .sorted(Comparator.comparing((String caller) -> !caller.equals(scene.focus())).thenComparing(caller -> caller))
                .toList();
        String claim = service + " is what " + Words.list(callers) + " depend on, and "
                + (callers.size() == 2 ? "both" : "all of them") + " are hurting";
        return Clue.of(service, weight, claim, evidence(service, callers, scene));
    }

    private static List<Evidence> evidence(String service, List<String> callers, Scene scene) {
        Citations cite = new Citations(scene);
        List<Evidence> evidence = new ArrayList<>();
        for (String caller : callers.subList(0, Math.min(CITED, callers.size()))) {
            evidence.add(cite.edge(scene.graph().callersOf(service).get(caller)));
            scene.symptom(caller).map(symptom -> cite.alert(symptom.strongest())).ifPresent(evidence::add);
        }
        return evidence;
    }
}
