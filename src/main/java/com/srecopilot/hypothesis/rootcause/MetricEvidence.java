package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How far each metric moved from its usual level, in units of its usual wobble, and whose move was the largest. */
final class MetricEvidence {

    private static final int LARGEST = 100_000;

    private record Move(Series series, Trait trait, double size, double wobbles, double from, double to) {
    }

    final Channel gone = new Channel();
    final Channel breadth = new Channel();
    private final Map<Trait, Channel> byTrait = new EnumMap<>(Trait.class);
    private final List<Move> moves = new ArrayList<>();
    private final Map<String, double[]> ended = new HashMap<>();
    private final double onset;
    final Set<String> seen = new HashSet<>();
    final Set<String> known = new HashSet<>();

    MetricEvidence(Telemetry telemetry, double onset) {
        this.onset = onset;
        for (Trait trait : Trait.values()) {
            byTrait.put(trait, new Channel());
        }
        telemetry.series().stream().limit(LARGEST).filter(s -> telemetry.services().contains(s.service()))
                .forEach(series -> measure(series, telemetry));
        Map<String, Double> levels = new HashMap<>();
        moves.forEach(m -> levels.merge(m.series.metric(), Math.max(Math.abs(m.from), Math.abs(m.to)), Math::max));
        Map<String, Double> largest = new HashMap<>();
        moves.forEach(m -> largest.merge(m.series.metric(), extent(m, levels), Math::max));
        moves.forEach(m -> point(m, extent(m, levels) / (largest.get(m.series.metric()) + 1e-12)));
        pointGone();
        pointBreadth();
    }

    Channel of(Trait trait) {
        return byTrait.get(trait);
    }

    private void measure(Series series, Telemetry telemetry) {
        double[] times = series.times();
        if (times.length < 4) {
            return;
        }
        double step = (times[times.length - 1] - times[0]) / (times.length - 1);
        Windows windows = new Windows(onset, times[0], step, telemetry.earlier());
        Trait trait = Trait.of(series.metric());
        if (!trait.symptom() && trait != Trait.TRAFFIC) {
            known.add(series.service());
        }
        double[] values = trait.comparable(series.values());
        double[] all = pick(values, i -> windows.before(times[i]));
        double[] calm = pick(values, i -> windows.calm(times[i]));
        double[] usual = calm.length >= 5 ? calm : all;
        Sample before = new Sample(usual);
        Sample after = new Sample(pick(values, i -> windows.after(times[i])));
        seen.add(series.service());
        if (before.size() >= 5 && untilTheEnd(times)) {
            double[] ends = ended.computeIfAbsent(series.service(), k -> new double[2]);
            ends[1] += after.size() == 0 ? Math.min(1, windows.length() / step / 5) : 0;
            ends[0]++;
        }
        if (before.size() < 3 || after.size() == 0) {
            return;
        }
        int few = Math.min(all.length, step > 120 ? 1 : Math.max(3, (int) (60 / step)));
        double recent = new Sample(Arrays.copyOfRange(all, all.length - few, all.length)).median();
        double size = lesser(after.median() - before.median(), after.median() - recent);
        double wobbles = size / wobble(trait, before, after) * after.size() / (after.size() + 0.5);
        moves.add(new Move(series, trait, size, wobbles * rare(usual, before.median(), Math.abs(size), after.size()), before.median(), after.median()));
    }

    /** Whether it came without a break up to the onset. */
    private boolean untilTheEnd(double[] times) {
        int last = IntStream.range(0, times.length).filter(i -> times[i] < onset).reduce((a, b) -> b).orElse(0);
        double pause = last < 5 ? 0 : (times[last] - times[last - 5]) / 5;
        double usual = new Sample(IntStream.range(1, times.length).mapToDouble(i -> times[i] - times[i - 1]).toArray()).median();
        return pause > 0 && pause < 1.5 * usual && onset - times[last] < 2 * usual + 1;
    }

    /** How far it moved, comparable among services; a latency by its ratio, since a caller's holds its callee's. */
    private static double extent(Move move, Map<String, Double> levels) {
        if (move.size == 0) {
            return 0;
        }
        if (move.trait != Trait.LATENCY) {
            return Math.abs(move.size);
        }
        double little = 0.01 * levels.get(move.series.metric()) + 1e-12;
        return Math.abs(Math.log((Math.abs(move.to) + little) / (Math.abs(move.from) + little)));
    }

    private static double[] pick(double[] values, IntPredicate wanted) {
        return IntStream.range(0, values.length).filter(wanted).mapToDouble(i -> values[i]).toArray();
    }

    /** 1 when the series never strayed so far for so long before, 0 when it does so all the time. */
    private static double rare(double[] before, double usual, double size, int length) {
        int width = Math.min(length, 6);
        int windows = Math.min(before.length - width, 200);
        int strayed = 0;
        for (int i = 0; i < windows; i++) {
            int from = (int) ((long) i * (before.length - width) / windows);
            double level = new Sample(Arrays.copyOfRange(before, from, from + width)).median();
            strayed += Math.abs(level - usual) >= size ? 1 : 0;
        }
        return Math.max(0, 1 - 4.0 * strayed / Math.max(12, windows));
    }

    /** What had already moved well before the start is not this failure's doing. */
    private static double lesser(double fromUsual, double fromRecent) {
        if (fromUsual * fromRecent <= 0) {
            return 0;
        }
        return Math.abs(fromUsual) < Math.abs(fromRecent) ? fromUsual : fromRecent;
    }

    private static double wobble(Trait trait, Sample before, Sample after) {
        return Math.max(before.wobble(), trait == Trait.GOOD ? 0.003 : 0.03 * Math.abs(after.median()));
    }

    private void point(Move move, double share) {
        double strength = move.trait.weight * move.trait.badness(move.size) * clear(move) * Math.sqrt(share);
        of(move.trait).point(move.series.service(), strength, String.format(Locale.ROOT, "%s went from %.4g to %.4g",
                move.series.metric(), move.from, move.to), move.series);
    }

    private static double clear(Move move) {
        return Math.log1p(Math.max(0, Math.abs(move.wobbles) - 2)) / 3;
    }

    private void pointGone() {
        ended.forEach((service, count) -> gone.point(service, count[1] * 2 < count[0] ? 0 : 1.5 * count[1] / count[0], "its metrics ended"));
    }

    /** How clearly the service answers worse than before, 0 to 1; of the kind that the alert speaks of, if it says. */
    Map<String, Double> symptoms(String alert) {
        Trait asked = Trait.of(alert);
        Trait other = asked == Trait.GOOD ? Trait.ERRORS : asked == Trait.ERRORS ? Trait.GOOD : asked;
        Map<String, Double> all = new HashMap<>();
        moves.stream().filter(m -> asked.symptom() ? m.trait == asked || m.trait == other : m.trait.symptom())
                .forEach(m -> all.merge(m.series.service(), Math.min(1, m.trait.badness(m.size) * clear(m)), Math::max));
        return all;
    }

    /** How many of a service's metrics moved clearly; those of its answers tell of others too and don't count. */
    private void pointBreadth() {
        Map<String, double[]> sums = new HashMap<>();
        moves.stream().filter(m -> !m.trait.symptom() && m.trait != Trait.TRAFFIC).forEach(m -> {
            double[] sum = sums.computeIfAbsent(m.series.service(), k -> new double[2]);
            sum[0] += Math.min(1.5, clear(m));
            sum[1]++;
        });
        sums.forEach((service, sum) -> breadth.point(service, sum[0] / (sum[1] + 1), "many of its metrics moved"));
    }
}
