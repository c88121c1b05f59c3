package com.srecopilot.hypothesis.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.srecopilot.hypothesis.rootcause.Finding;

/**
 * The metric that gives a cause away, thinned so that it can be kept beside it.
 *
 * @param at when it moved
 * @param times in epoch seconds, rising
 * @param values as many
 */
public record Chart(String service, String metric, Instant at, List<Long> times, List<Double> values) {

    private static final int MOST = 120;

    public Chart {
        times = List.copyOf(times);
        values = List.copyOf(values);
    }

    static Chart of(Finding finding) {
        double[] times = finding.series().times();
        double[] values = finding.series().values();
        int step = (times.length + MOST - 1) / MOST;
        List<Long> kept = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        for (int from = 0; from < times.length; from += step) {
            int to = Math.min(times.length, from + step);
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += values[i];
            }
            kept.add((long) times[from]);
            levels.add(Double.parseDouble(String.format(java.util.Locale.ROOT, "%.5g", sum / (to - from))));
        }
        return new Chart(finding.series().service(), finding.series().metric(), Instant.ofEpochSecond((long) finding.at()), kept, levels);
    }
}
