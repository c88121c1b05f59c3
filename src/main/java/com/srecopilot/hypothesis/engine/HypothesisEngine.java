package com.srecopilot.hypothesis.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Suspects causes from facts alone: same situation, same findings. Needs neither network nor training, answers within
 * a fraction of a second whatever it is given, and abstains rather than guess. Safe for many threads at once.
 */
public final class HypothesisEngine {

    public static final int MOST = 5;
    private static final double RESTATED = 0.2;

    private final List<Lead> leads;
    private final Measurements measurements = new Measurements();

    public HypothesisEngine() {
        this(List.of(new RecentChange(), new HurtingDependency(), new SharedDependency(), new SeenBefore(),
                new OwnSymptom(), new HurtingCaller()));
    }

    HypothesisEngine(List<Lead> leads) {
        this.leads = List.copyOf(leads);
    }

    /**
     * @param found is told each suspicion as soon as it stands, at most {@value #MOST}, the likeliest first; one that
     *        comes again with a known key replaces the earlier one. What it throws ends the examination
     */
    public Findings examine(Situation situation, Consumer<Suspicion> found) {
        Scene scene = new Scene(situation);
        Dossiers dossiers = new Dossiers(situation.record());
        leads.stream().flatMap(lead -> lead.follow(scene)).map(clue -> Measurements.weighed(clue, situation.measured())).forEach(dossiers::file);
        measurements.follow(scene).forEach(dossiers::file);
        List<Suspicion> all = dossiers.likeliest();
        List<Suspicion> worthTelling = all.stream().filter(suspicion -> suspicion.confidence() >= Weighed.FAINTEST).limit(MOST).toList();
        List<Suspicion> ranked = restatesTheAlert(worthTelling, scene) ? List.of() : worthTelling;
        ranked.forEach(found);
        Map<String, Double> rest = all.stream().skip(ranked.size()).collect(Collectors.toMap(Suspicion::key, Suspicion::confidence));
        return new Findings(ranked, rest, ranked.isEmpty() ? Optional.of(scene.silence()) : Optional.empty());
    }

    /** A faint suspicion that rests on the service's own alerts alone says nothing that the alert does not. */
    private static boolean restatesTheAlert(List<Suspicion> all, Scene scene) {
        return all.size() == 1 && all.get(0).confidence() < RESTATED && all.get(0).service().equals(scene.focus())
                && all.get(0).evidence().stream().allMatch(fact -> fact.kind() == Evidence.Kind.ALERT);
    }
}
