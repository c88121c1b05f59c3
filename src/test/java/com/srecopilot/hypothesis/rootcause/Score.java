package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How often answers are right, averaged over systems, with what chance alone could make of it. */
final class Score {

    /** @param first how right the first answer was, 0 or 1 (or its expectation) */
    record Outcome(String system, String fault, double first, double third, double confidence) {
    }

    private static final int RESAMPLED = 1000;
    private static final double SURE = 1.96;
    private final Map<String, List<Outcome>> bySystem;

    Score(List<Outcome> outcomes) {
        bySystem = outcomes.stream().collect(Collectors.groupingBy(Outcome::system, TreeMap::new, Collectors.toList()));
    }

    static Outcome of(LabelledCase c, double[] scores, Model model) {
        double sure = RootCauses.sure(c.clues(), scores, model);
        int rank = c.rank(scores);
        return new Outcome(c.system(), c.fault(), rank == 1 ? 1 : 0, rank <= 3 ? 1 : 0, sure);
    }

    /**
     * Name, figures and their 95 % intervals, as one row of the result. With confidence: what it said on average, and how far
     * it was off, over all cases at once and averaged over systems; beside that what would be measured there had every
     * confidence been exact, since of few cases chance alone makes an error.
     */
    Map<String, Object> row(String set, String method, boolean confident) {
        Map<String, Object> row = new java.util.LinkedHashMap<>();
        row.put("set", set);
        row.put("method", method);
        row.put("cases", bySystem.values().stream().mapToInt(List::size).sum());
        row.put("systems", bySystem.size());
        row.put("first", interval(Outcome::first));
        row.put("third", interval(Outcome::third));
        if (confident) {
            row.put("said", round(average(l -> l.stream().mapToDouble(Outcome::confidence).average().orElse(0))));
            row.put("ece", round(ece(bySystem.values().stream().flatMap(List::stream).toList())));
            row.put("ece_by_system", round(average(Score::ece)));
            row.put("ece_by_chance", round(byChance()));
        }
        return row;
    }

    private double average(ToDoubleFunction<List<Outcome>> figure) {
        return bySystem.values().stream().mapToDouble(figure).average().orElse(0);
    }

    private double byChance() {
        Random random = new Random(7);
        return java.util.stream.IntStream.range(0, 200).mapToDouble(i -> average(list -> ece(list.stream().map(o ->
                new Outcome(o.system, o.fault, random.nextDouble() < o.confidence ? 1 : 0, 0, o.confidence)).toList()))).average().orElse(0);
    }

    /** Of several systems by resampling each; of one by Wilson, since 25 of 25 resampled would be certain. */
    private List<Double> interval(ToDoubleFunction<Outcome> figure) {
        return bySystem.size() == 1 ? wilson(bySystem.values().iterator().next(), figure) : resampled(figure);
    }

    private static List<Double> wilson(List<Outcome> all, ToDoubleFunction<Outcome> figure) {
        double share = all.stream().mapToDouble(figure).average().orElse(0);
        double n = all.size();
        double square = SURE * SURE / n;
        double middle = (share + square / 2) / (1 + square);
        double reach = SURE / (1 + square) * Math.sqrt(share * (1 - share) / n + square / (4 * n));
        return List.of(round(share), round(Math.max(0, middle - reach)), round(Math.min(1, middle + reach)));
    }

    private List<Double> resampled(ToDoubleFunction<Outcome> figure) {
        Random random = new Random(7);
        double[] all = new double[RESAMPLED];
        for (int i = 0; i < RESAMPLED; i++) {
            all[i] = bySystem.values().stream().mapToDouble(list -> random.ints(list.size(), 0, list.size())
                    .mapToDouble(k -> figure.applyAsDouble(list.get(k))).average().orElse(0)).average().orElse(0);
        }
        Sample sample = new Sample(all);
        double mean = bySystem.values().stream().mapToDouble(l -> l.stream().mapToDouble(figure).average().orElse(0)).average().orElse(0);
        return List.of(round(mean), round(sample.quantile(0.025)), round(sample.quantile(0.975)));
    }

    static double ece(List<Outcome> outcomes) {
        double sum = 0;
        for (Map<String, Object> bin : bins(outcomes)) {
            sum += (int) bin.get("cases") * Math.abs((double) bin.get("sure") - (double) bin.get("right"));
        }
        return sum / outcomes.size();
    }

    /** The ten bins of a reliability diagram, those that hold anything. */
    static List<Map<String, Object>> bins(List<Outcome> outcomes) {
        Map<Integer, List<Outcome>> bins = outcomes.stream()
                .collect(Collectors.groupingBy(o -> Math.min(9, (int) (o.confidence * 10)), TreeMap::new, Collectors.toList()));
        List<Map<String, Object>> rows = new ArrayList<>();
        bins.forEach((bin, list) -> rows.add(new TreeMap<>(Map.of("from", bin / 10.0, "cases", list.size(),
                "sure", round(list.stream().mapToDouble(Outcome::confidence).average().orElse(0)),
                "right", round(list.stream().mapToDouble(Outcome::first).average().orElse(0))))));
        return rows;
    }

    static double round(double x) {
        return Math.round(x * 1000) / 1000.0;
    }
}
