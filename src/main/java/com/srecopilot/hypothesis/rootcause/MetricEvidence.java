package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Map<String, int[]> ended = new HashMap<>();
    private final double onset;

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
        double[] calm = pick(series, i -> windows.calm(times[i]));
        Sample before = new Sample(calm.length >= 5 ? calm : pick(series, i -> windows.before(times[i])));
        Sample after = new Sample(pick(series, i -> windows.after(times[i])));
        if (before.size() >= 5) {
            ended.computeIfAbsent(series.service(), k -> new int[2])[after.size() == 0 ? 1 : 0]++;
        }
        if (before.size() < 3 || after.size() == 0) {
            return;
        }
        double[] all = pick(series, i -> windows.before(times[i]));
        double recent = new Sample(Arrays.copyOfRange(all, Math.max(0, all.length - 3), all.length)).median();
        double size = lesser(after.median() - before.median(), after.median() - recent);
        moves.add(new Move(series, Trait.of(series.metric()), size, size / wobble(before, after) * after.size() / (after.size() + 0.5), before.median(), after.median()));
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

    private static double[] pick(Series series, java.util.function.IntPredicate wanted) {
        return IntStream.range(0, series.times().length).filter(wanted).mapToDouble(i -> series.values()[i]).toArray();
    }

    /** What had already moved well before the start is not this failure's doing. */
    private static double lesser(double fromUsual, double fromRecent) {
        if (fromUsual * fromRecent <= 0) {
            return 0;
        }
        return Math.abs(fromUsual) < Math.abs(fromRecent) ? fromUsual : fromRecent;
    }

    private static double wobble(Sample before, Sample after) {
        return Math.max(before.wobble(), 0.03 * Math.abs(after.median()));
    }

    private void point(Move move, double share) {
        double strength = move.trait.weight * move.trait.badness(move.size) * clear(move) * Math.sqrt(share);
        of(move.trait).point(move.series.service(), strength, String.format(Locale.ROOT, "%s went from %.4g to %.4g",
                move.series.metric(), move.from, move.to));
    }

    private static double clear(Move move) {
        return Math.log1p(Math.max(0, Math.abs(move.wobbles) - 2)) / 3;
    }

    private void pointGone() {
        ended.forEach((service, count) -> gone.point(service, 2.0 * count[1] / (count[0] + count[1]),
                count[1] + " of its metrics ended"));
    }

    /** How many kinds of a service's metrics moved clearly. */
    private void pointBreadth() {
        Map<String, double[]> sums = new HashMap<>();
        moves.forEach(m -> {
            double[] sum = sums.computeIfAbsent(m.series.service(), k -> new double[2]);
            sum[0] += Math.min(1.5, clear(m));
            sum[1]++;
        });
        sums.forEach((service, sum) -> breadth.point(service, sum[0] / (sum[1] + 1), "many of its metrics moved"));
    }
}
