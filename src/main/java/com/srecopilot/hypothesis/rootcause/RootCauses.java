package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Ranks the services of a failure by how likely it began in them. */
public final class RootCauses {

    private static final Model MODEL = Model.shipped();

    private RootCauses() {
    }

    /** Every candidate of the telemetry, most suspicious first; bounded in time by the telemetry's size. */
    public static Ranking rank(Telemetry telemetry) {
        return rank(new Clues(telemetry), MODEL);
    }

    static Ranking rank(Clues clues, Model model) {
        double[] scores = clues.scores(model.weights());
        double[] chances = softmax(scores);
        List<Integer> order = IntStream.range(0, scores.length).boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(clues.services::get)).toList();
        if (order.isEmpty()) {
            return new Ranking(List.of(), true, "no service is a candidate");
        }
        int first = order.get(0);
        boolean silent = clues.silent();
        double sure = sure(clues, scores, model);
        double rest = Math.max(1e-9, 1 - chances[first]);
        List<Suspect> suspects = new ArrayList<>();
        for (int i : order) {
            double confidence = i == first ? sure : Math.min(sure, (1 - sure) * chances[i] / rest);
            suspects.add(new Suspect(clues.services.get(i), confidence, clues.reason(i, model.weights()), clues.findings(i, model.weights())));
        }
        return new Ranking(suspects, silent, silent ? clues.silence : "");
    }

    /** The chance that the first is right; no better than a guess when nothing points at anyone. */
    static double sure(Clues clues, double[] scores, Model model) {
        double lead = Model.lead(scores);
        double alone = scores.length < 2 ? 1 : 0.5 + lead * lead; // of two alike, neither is surer than a half
        double sure = Math.min(alone, model.sure(lead, own(clues, scores)));
        return clues.silent() ? Math.min(sure, Math.min(0.3, 1.0 / scores.length)) : sure;
    }

    /** How much speaks of a fault of the first one's own. */
    static double own(Clues clues, double[] scores) {
        int first = IntStream.range(0, scores.length).reduce(0, (best, i) -> scores[i] > scores[best] ? i : best);
        return clues.own(first);
    }

    static double[] softmax(double[] scores) {
        double top = Arrays.stream(scores).max().orElse(0);
        double[] powers = Arrays.stream(scores).map(s -> Math.exp(s - top)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(p -> p / sum).toArray();
    }
}
