package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * When the anomaly began, since an alert may come minutes later: each series that is clearly off at the start tells
 * since when it has been off without a break, and the clearest ones decide by majority.
 */
final class Onset {

    private static final double FARTHEST = 300;
    private static final double CLEAR = 6;
    private static final int MOST = 20_000;
    private static final int VOTERS = 15;

    private record Vote(double at, double weight) {
    }

    private Onset() {
    }

    static double of(Telemetry telemetry) {
        List<Vote> votes = new ArrayList<>();
        telemetry.series().stream().limit(MOST).filter(s -> telemetry.services().contains(s.service()))
                .forEach(series -> vote(series, telemetry.start(), votes));
        votes.sort(Comparator.comparingDouble(v -> -v.weight));
        List<Vote> loudest = new ArrayList<>(votes.subList(0, Math.min(VOTERS, votes.size())));
        loudest.sort(Comparator.comparingDouble(Vote::at));
        return loudest.isEmpty() ? telemetry.start() : Math.min(telemetry.start(), loudest.get(loudest.size() / 2).at);
    }

    private static void vote(Series series, double start, List<Vote> votes) {
        double[] times = series.times();
        double[] values = series.values();
        int end = lower(times, start);
        int from = lower(times, start - FARTHEST);
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
        while (first > from && (values[first - 1] > middle) == (after > middle)) {
            first--;
        }
        votes.add(new Vote(first == end ? start : times[first], Math.min(50, wobbles)));
    }

    private static int lower(double[] times, double at) {
        int found = Arrays.binarySearch(times, at);
        return found >= 0 ? found : -found - 1;
    }
}
