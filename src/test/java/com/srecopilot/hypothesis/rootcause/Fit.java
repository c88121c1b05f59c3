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
    private static final double CAUTION = 0.05;
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

    /** One answer to calibrate on: how far ahead the first was, how much spoke of a fault of its own, and whether it was right. */
    record Answer(double lead, double own, boolean right, double importance) {

        static Answer of(LabelledCase c, double[] scores, double importance) {
            return new Answer(Model.lead(scores), RootCauses.own(c.clues(), scores), c.rank(scores) == 1, importance);
        }
    }

    /** Logistic; what lead and own evidence add is kept small, since systems differ more than the cases of one. */
    static Model calibrated(Map<String, Double> weights, List<Answer> answers) {
        Scale lead = new Scale(answers, Answer::lead);
        Scale own = new Scale(answers, Answer::own);
        double all = answers.stream().mapToDouble(Answer::importance).sum();
        double[] b = {0, 1, 1};
        for (int round = 0; round < 4000; round++) {
            double[] up = {0, -CAUTION * b[1], -CAUTION * b[2]};
            for (Answer a : answers) {
                double[] x = {1, lead.of(a.lead), own.of(a.own)};
                double miss = (a.right ? 1 : 0) - 1 / (1 + Math.exp(-(b[0] + b[1] * x[1] + b[2] * x[2])));
                for (int k = 0; k < 3; k++) {
                    up[k] += a.importance / all * miss * x[k];
                }
            }
            for (int k = 0; k < 3; k++) {
                b[k] = k == 0 ? b[0] + 0.5 * up[0] : Math.max(0, b[k] + 0.5 * up[k]);
            }
        }
        return new Model(weights, round(b[0] - b[1] * lead.mean / lead.spread - b[2] * own.mean / own.spread),
                round(b[1] / lead.spread), round(b[2] / own.spread));
    }

    /** To mean 0 and spread 1. */
    private static final class Scale {

        private final double mean;
        private final double spread;

        Scale(List<Answer> answers, ToDoubleFunction<Answer> figure) {
            mean = answers.stream().mapToDouble(figure).average().orElse(0);
            spread = Math.sqrt(answers.stream().mapToDouble(a -> Math.pow(figure.applyAsDouble(a) - mean, 2)).average().orElse(0)) + 1e-9;
        }

        double of(double value) {
            return (value - mean) / spread;
        }
    }

    private static double round(double x) {
        return Math.round(x * 1000) / 1000.0;
    }
}
