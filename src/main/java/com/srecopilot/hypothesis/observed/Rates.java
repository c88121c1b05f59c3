package com.srecopilot.hypothesis.observed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import com.srecopilot.hypothesis.rootcause.Series;
import com.srecopilot.telemetry.MetricSeries;

/** Series as levels: counters become rates, sums over counts become means, histogram buckets are left out. */
final class Rates {

    private static final Set<String> STATUS = Set.of("code", "status", "status_code", "http_status_code", "http.response.status_code");

    private Rates() {
    }

    static List<Series> of(List<MetricSeries> all) {
        Map<List<Object>, MetricSeries> counts = new HashMap<>();
        all.stream().filter(s -> s.metric().endsWith("_count")).forEach(s -> counts.put(key(s, "_count"), s));
        List<Series> levels = new ArrayList<>();
        for (MetricSeries series : all) {
            MetricSeries count = series.metric().endsWith("_sum") ? counts.get(key(series, "_sum")) : null;
            if (count != null && count.times().length == series.times().length) {
                levels.add(mean(series, count));
            } else if (!series.labels().containsKey("le") && series.times().length > 0) {
                levels.add(counts(series) ? rate(series) : new Series(series.service(), name(series), series.times(), series.values()));
            }
        }
        return levels.stream().filter(s -> s.times().length > 0).toList();
    }

    private static List<Object> key(MetricSeries series, String ending) {
        return List.of(series.service(), series.metric().substring(0, series.metric().length() - ending.length()), series.labels());
    }

    /** With what it tells apart: a quantile, or whether these are failures. */
    private static String name(MetricSeries series) {
        String quantile = series.labels().get("quantile");
        boolean failed = series.labels().entrySet().stream().anyMatch(l -> STATUS.contains(l.getKey()) && (l.getValue().startsWith("5") || l.getValue().equals("error")));
        return series.metric() + (quantile == null ? "" : "_p" + quantile.replace("0.", "")) + (failed ? "_errors" : "");
    }

    private static boolean counts(MetricSeries series) {
        double[] values = series.values();
        boolean named = series.metric().matches(".*_(total|count|sum)");
        long falls = IntStream.range(1, values.length).filter(i -> values[i] < values[i - 1]).count();
        return named && values.length > 2 && falls <= Math.max(1, values.length / 10);
    }

    /** Per second; after a restart from zero on. */
    private static Series rate(MetricSeries series) {
        double[] times = series.times();
        int[] steps = steps(times);
        return new Series(series.service(), name(series), at(times, steps), IntStream.of(steps)
                .mapToDouble(i -> gained(series.values(), i) / (times[i] - times[i - 1])).toArray());
    }

    private static Series mean(MetricSeries sum, MetricSeries count) {
        int[] steps = IntStream.of(steps(sum.times())).filter(i -> gained(count.values(), i) > 0).toArray();
        return new Series(sum.service(), sum.metric().substring(0, sum.metric().length() - 4) + "_mean", at(sum.times(), steps), IntStream.of(steps)
                .mapToDouble(i -> gained(sum.values(), i) / gained(count.values(), i)).toArray());
    }

    private static int[] steps(double[] times) {
        return IntStream.range(1, times.length).filter(i -> times[i] > times[i - 1]).toArray();
    }

    private static double[] at(double[] times, int[] steps) {
        return IntStream.of(steps).mapToDouble(i -> times[i]).toArray();
    }

    private static double gained(double[] values, int i) {
        return values[i] >= values[i - 1] ? values[i] - values[i - 1] : values[i];
    }
}
