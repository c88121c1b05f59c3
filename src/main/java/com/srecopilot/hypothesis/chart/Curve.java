package com.srecopilot.hypothesis.chart;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.srecopilot.hypothesis.engine.Chart;

/** A chart as shapes in a box of 100 by 100, whatever its size will be. */
public record Curve(Chart chart, double least, double most) {

    /** One sample of the table. */
    public record Row(Instant at, String value, boolean moved) {
    }

    public static Curve of(Chart chart) {
        double least = chart.values().stream().mapToDouble(x -> x).min().orElse(0);
        double most = chart.values().stream().mapToDouble(x -> x).max().orElse(1);
        return new Curve(chart, least, most > least ? most : least + 1);
    }

    public String line() {
        return IntStream.range(0, chart.times().size()).mapToObj(i -> place(x(chart.times().get(i))) + "," + place(y(chart.values().get(i))))
                .collect(Collectors.joining(" "));
    }

    /** Where it moved. */
    public String mark() {
        return place(x(chart.at().getEpochSecond()));
    }

    /** From where it moved to the end. */
    public String rest() {
        return place(100 - x(chart.at().getEpochSecond()));
    }

    private double x(long time) {
        long first = chart.times().get(0);
        long last = chart.times().get(chart.times().size() - 1);
        return last == first ? 50 : Math.max(0, Math.min(100, 100.0 * (time - first) / (last - first)));
    }

    private double y(double value) {
        return 96 - 92 * (value - least) / (most - least);
    }

    /** From the top down. */
    public List<String> marks() {
        return List.of(words(most), words((most + least) / 2), words(least));
    }

    public Instant first() {
        return Instant.ofEpochSecond(chart.times().get(0));
    }

    public Instant last() {
        return Instant.ofEpochSecond(chart.times().get(chart.times().size() - 1));
    }

    public List<Row> rows() {
        long at = chart.at().getEpochSecond();
        int moved = (int) chart.times().stream().filter(time -> time < at).count();
        return IntStream.range(0, chart.times().size())
                .mapToObj(i -> new Row(Instant.ofEpochSecond(chart.times().get(i)), words(chart.values().get(i)), i == moved)).toList();
    }

    private static String words(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1e6 || value != 0 && Math.abs(value) < 1e-3 ? "%.3g" : Math.abs(value) >= 100 ? "%,.0f" : "%.3g", value);
    }

    private static String place(double share) {
        return String.format(Locale.ROOT, "%.1f", share);
    }
}
