package com.srecopilot.hypothesis.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Guesses at known answers that were not learned from, beside what trivial ways would have said. */
final class Trial {

    private final List<Asked> asked = new ArrayList<>();

    /** @param confidence of the guess, 0 for none @param trivial answers by way */
    record Asked(String answer, String guess, double confidence, Map<String, String> trivial) {

        boolean right() {
            return answer.equals(guess);
        }
    }

    /** @param value as a share, with the ends of its 95 % interval by resampling */
    record Figure(double value, double low, double high) {

        List<Double> rounded() {
            return List.of(round(value), round(low), round(high));
        }

        private static double round(double share) {
            return Math.round(share * 1000) / 1000.0;
        }
    }

    void add(Asked one) {
        asked.add(one);
    }

    int size() {
        return asked.size();
    }

    Figure accuracy() {
        return figure(asked, one -> one.right() ? 1 : 0);
    }

    Figure accuracy(String way) {
        return figure(asked, one -> one.answer().equals(one.trivial().get(way)) ? 1 : 0);
    }

    /** How often it speaks at all. */
    Figure spoken(double least) {
        return figure(asked, one -> one.confidence() >= least ? 1 : 0);
    }

    Figure accuracyWhenSpoken(double least) {
        return figure(sure(least), one -> one.right() ? 1 : 0);
    }

    /** Of a trivial way, on what the model speaks about. */
    Figure accuracyWhenSpoken(double least, String way) {
        return figure(sure(least), one -> one.answer().equals(one.trivial().get(way)) ? 1 : 0);
    }

    /** How far what was said lies from what happened when it speaks, on average. */
    double tooSureBy(double least) {
        return sure(least).stream().mapToDouble(one -> one.confidence() - (one.right() ? 1 : 0)).average().orElse(0);
    }

    private List<Asked> sure(double least) {
        return asked.stream().filter(one -> one.confidence() >= least).toList();
    }

    static String majority(List<Learned> past) {
        return past.stream().collect(Collectors.groupingBy(Learned::answer, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).orElseThrow().getKey();
    }

    private static Figure figure(List<Asked> all, ToDoubleFunction<Asked> score) {
        double[] scores = all.stream().mapToDouble(score).toArray();
        Function<int[], Double> mean = picks -> java.util.Arrays.stream(picks).mapToDouble(pick -> scores[pick]).average().orElse(0);
        Random random = new Random(1);
        double[] means = new double[1000];
        for (int i = 0; i < means.length && scores.length > 0; i++) {
            means[i] = mean.apply(random.ints(scores.length, 0, scores.length).toArray());
        }
        java.util.Arrays.sort(means);
        return new Figure(java.util.Arrays.stream(scores).average().orElse(0), means[25], means[975]);
    }
}
