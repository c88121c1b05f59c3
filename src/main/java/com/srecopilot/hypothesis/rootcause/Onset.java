package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When the anomaly began, since an alert may come minutes later: each series that is clearly off at the start tells
 * since when it has been off without a break, and the clearest ones decide by majority.
 */
final class Onset {

    private static final double FARTHEST = 300;
    private static final double CLEAR = 6;
    private static final int MOST = 20_000;
    private static final double BUCKET = 10;
    private static final int VOTERS = 15;
    private static final double LOUD = 0.5;

    /** @param since when it went off without a break, which may be farther back than an alert comes late */
    private record Vote(double at, double since, double weight) {
    }

    private Onset() {
    }

    static double of(Telemetry telemetry) {
        List<Vote> votes = new ArrayList<>();
        telemetry.series().stream().limit(MOST).filter(s -> telemetry.services().contains(s.service()))
                .forEach(series -> vote(series, telemetry.start(), votes));
        buckets(telemetry).forEach(series -> vote(series, telemetry.start(), votes));
        votes.sort(Comparator.comparingDouble(v -> -v.weight));
        List<Vote> fresh = fresh(votes, telemetry);
        List<Vote> loudest = new ArrayList<>(fresh.subList(0, Math.min(VOTERS, fresh.size())));
        loudest.sort(Comparator.comparingDouble(Vote::at));
        return loudest.isEmpty() ? telemetry.start() : Math.min(telemetry.start(), loudest.get(loudest.size() / 2).at);
    }

    /** What was off before another failure was noticed tells of that one, unless nothing as loud went off since: then it is the same. */
    private static List<Vote> fresh(List<Vote> votes, Telemetry telemetry) {
        double noticed = telemetry.earlier().stream().mapToDouble(Telemetry.Spell::from).filter(at -> at < telemetry.start()).max().orElse(0);
        List<Vote> since = votes.stream().filter(vote -> vote.since > noticed).toList();
        return since.isEmpty() || since.get(0).weight < LOUD * votes.get(0).weight ? votes : since;
    }

    private static void vote(Series series, double start, List<Vote> votes) {
        double[] times = series.times();
        double[] values = series.values();
        int end = lower(times, start);
        int from = times.length == 0 ? 0 : lower(times, start - Math.min(FARTHEST, (start - times[0]) / 2));
        if (from < 5 || end >= times.length) {
            return;
        }
        Sample before = new Sample(Arrays.copyOfRange(values, Math.max(0, from - 120), from));
        double after = new Sample(Arrays.copyOfRange(values, end, Math.min(times.length, lower(times, start + FARTHEST)))).median();
        double wobbles = Math.abs(after - before.median()) / Math.max(before.wobble(), 0.03 * Math.abs(after));
        if (before.size() < 5 || wobbles < CLEAR) {
            return;
        }
        double middle = (after + before.median()) / 2;
        int first = end;
        while (first > 0 && (values[first - 1] > middle) == (after > middle)) {
            first--;
        }
        double since = first == end ? start : times[first];
        votes.add(new Vote(Math.max(since, times[from]), since, Math.min(50, wobbles)));
    }

    /** The spans as series: how long each operation took in every ten seconds. */
    private static List<Series> buckets(Telemetry telemetry) {
        Map<String, TreeMap<Double, double[]>> sums = new HashMap<>();
        telemetry.spans().forEach(span -> {
            double[] sum = sums.computeIfAbsent(span.service() + ' ' + span.operation(), k -> new TreeMap<>())
                    .computeIfAbsent(Math.floor(span.start() / BUCKET) * BUCKET, k -> new double[2]);
            sum[0] += span.duration();
            sum[1]++;
        });
        List<Series> all = new ArrayList<>();
        sums.forEach((place, sum) -> all.add(new Series(place, "", sum.keySet().stream().mapToDouble(x -> x).toArray(),
                sum.values().stream().mapToDouble(x -> x[0] / x[1]).toArray())));
        return all;
    }

    private static int lower(double[] times, double at) {
        int found = Arrays.binarySearch(times, at);
        return found >= 0 ? found : -found - 1;
    }
}
