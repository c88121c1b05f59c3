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
        double sure = sure(chances, model, silent);
        double rest = Math.max(1e-9, 1 - chances[first]);
        List<Suspect> suspects = new ArrayList<>();
        for (int i : order) {
            double confidence = i == first ? sure : Math.min(sure, (1 - sure) * chances[i] / rest);
            suspects.add(new Suspect(clues.services.get(i), confidence, clues.reason(i, model.weights())));
        }
        return new Ranking(suspects, silent, silent ? clues.silence : "");
    }

    /** The chance that the first is right; no better than a guess when nothing points at anyone. */
    static double sure(double[] chances, Model model, boolean silent) {
        double[] sorted = Arrays.stream(chances).sorted().toArray();
        double first = sorted[sorted.length - 1];
        double sure = model.sure(first, sorted.length < 2 ? 0 : sorted[sorted.length - 2], sorted.length);
        return silent ? Math.min(sure, Math.min(0.3, 1.0 / sorted.length)) : sure;
    }

    static double[] softmax(double[] scores) {
        double top = Arrays.stream(scores).max().orElse(0);
        double[] powers = Arrays.stream(scores).map(s -> Math.exp(s - top)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(p -> p / sum).toArray();
    }
}
