package com.srecopilot.hypothesis.rootcause;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Conditional logit over the candidates of each case: weights that are never negative, kept small; then the calibration. */
final class Fit {

    private static final double SMALL = 0.4;
    private static final int ROUNDS = 400;

    private Fit() {
    }

    /** @param importance how much a case counts */
    static Map<String, Double> weights(List<LabelledCase> cases, Predicate<String> wanted, ToDoubleFunction<LabelledCase> importance) {
        List<String> kinds = new TreeSet<>(cases.get(0).clues().values.keySet()).stream().filter(wanted).toList();
        double[] w = new double[kinds.size()];
        Arrays.fill(w, 0.5);
        double[] speed = new double[w.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] up = new double[w.length];
            double all = 0;
            for (LabelledCase c : cases) {
                double weight = importance.applyAsDouble(c);
                all += weight;
                climb(c, kinds, w, weight, up);
            }
            for (int k = 0; k < w.length; k++) {
                double step = up[k] / all - SMALL * w[k] / 100;
                speed[k] = 0.9 * speed[k] + step;
                w[k] = Math.max(0, w[k] + 0.5 * speed[k]);
            }
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int k = 0; k < w.length; k++) {
            if (w[k] > 0.02) {
                weights.put(kinds.get(k), Math.round(w[k] * 1000) / 1000.0);
            }
        }
        return weights;
    }

    private static void climb(LabelledCase c, List<String> kinds, double[] w, double weight, double[] up) {
        int truth = c.answer();
        if (truth < 0) {
            return;
        }
        double[][] columns = kinds.stream().map(c.clues().values::get).toArray(double[][]::new);
        double[] scores = new double[c.clues().services.size()];
        for (int k = 0; k < w.length; k++) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] += w[k] * columns[k][i];
            }
        }
        double[] chance = RootCauses.softmax(scores);
        for (int k = 0; k < w.length; k++) {
            double expected = 0;
            for (int i = 0; i < scores.length; i++) {
                expected += chance[i] * columns[k][i];
            }
            up[k] += weight * (columns[k][truth] - expected);
        }
    }

    /** One answer to calibrate on: how far ahead the first was, and whether it was right. */
    record Answer(double height, double lead, boolean right, double importance) {

        static Answer of(LabelledCase c, double[] scores, double importance) {
            double[] chances = Arrays.stream(RootCauses.softmax(scores)).sorted().toArray();
            double first = chances[chances.length - 1];
            double second = chances.length < 2 ? 0 : chances[chances.length - 2];
            return new Answer(Model.height(first), Model.lead(first, second), c.rank(scores) == 1, importance);
        }
    }

    static Model calibrated(Map<String, Double> weights, List<Answer> answers) {
        double[] b = {0, 1, 0};
        for (int round = 0; round < 4000; round++) {
            double[] up = {0, -0.002 * (b[1] - 0.7), -0.002 * b[2]};
            double all = answers.stream().mapToDouble(Answer::importance).sum();
            for (Answer a : answers) {
                double miss = (a.right ? 1 : 0) - 1 / (1 + Math.exp(-(b[0] + b[1] * a.height + b[2] * a.lead)));
                double share = a.importance / all * miss;
                up[0] += share;
                up[1] += share * a.height;
                up[2] += share * a.lead;
            }
            for (int k = 0; k < 3; k++) {
                b[k] += 0.2 * up[k];
            }
            b[1] = Math.max(0, b[1]);
            b[2] = Math.max(0, b[2]);
        }
        return new Model(weights, round(b[0]), round(b[1]), round(b[2]));
    }

    private static double round(double x) {
        return Math.round(x * 1000) / 1000.0;
    }
}
