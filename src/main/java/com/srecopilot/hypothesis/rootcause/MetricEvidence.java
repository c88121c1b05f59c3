package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayList;
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

    final Channel resources = new Channel(0.9);
    final Channel symptoms = new Channel(0.7);
    private final List<Move> moves = new ArrayList<>();

    MetricEvidence(Telemetry telemetry) {
        telemetry.series().stream().limit(LARGEST).filter(s -> telemetry.services().contains(s.service()))
                .forEach(series -> measure(series, telemetry));
        Map<String, Double> largest = new HashMap<>();
        moves.forEach(m -> largest.merge(m.series.metric(), Math.abs(m.size), Math::max));
        moves.forEach(m -> point(m, Math.abs(m.size) / (largest.get(m.series.metric()) + 1e-12)));
    }

    private void measure(Series series, Telemetry telemetry) {
        double[] times = series.times();
        if (times.length < 4) {
            return;
        }
        double step = (times[times.length - 1] - times[0]) / (times.length - 1);
        Windows windows = new Windows(telemetry.start(), times[0], step, telemetry.earlier());
        double[] calm = pick(series, i -> windows.calm(times[i]));
        Sample before = new Sample(calm.length >= 5 ? calm : pick(series, i -> windows.before(times[i])));
        Sample after = new Sample(pick(series, i -> windows.after(times[i])));
        if (before.size() < 3 || after.size() == 0) {
            return;
        }
        double size = after.median() - before.median();
        moves.add(new Move(series, Trait.of(series.metric()), size, size / before.wobble(), before.median(), after.median()));
    }

    private static double[] pick(Series series, java.util.function.IntPredicate wanted) {
        return IntStream.range(0, series.times().length).filter(wanted).mapToDouble(i -> series.values()[i]).toArray();
    }

    private void point(Move move, double share) {
        double clear = Math.log1p(Math.max(0, Math.abs(move.wobbles) - 2)) / 3;
        double strength = move.trait.weight * move.trait.badness(move.size) * clear * Math.sqrt(share);
        Channel channel = move.trait.symptom() ? symptoms : resources;
        channel.point(move.series.service(), strength, String.format(Locale.ROOT, "%s went from %.4g to %.4g",
                move.series.metric(), move.from, move.to));
    }
}
