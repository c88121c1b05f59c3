package com.srecopilot.analytics;

import java.util.List;
import java.util.stream.IntStream;

import com.srecopilot.incident.IncidentTrends.Began;

/**
 * How many began, a strip of bars for each severity, worst first, all to one scale.
 *
 * @param most of one severity in one step
 */
public record SeverityStrips(List<Strip> strips, long most, long total, List<String> labels) {

    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");

    public record Strip(String severity, long total, List<Bar> bars) {
    }

    /** @param from when its step begins. @param height of 100 */
    public record Bar(String from, long incidents, double x, double width, double height) {

        public double y() {
            return 100 - height;
        }
    }

    static SeverityStrips of(Period period, List<Began> began) {
        long most = Math.max(1, began.stream().mapToLong(Began::incidents).max().orElse(1));
        List<Strip> strips = SEVERITIES.stream().map(severity -> {
            List<Bar> bars = IntStream.range(0, period.steps()).mapToObj(step -> bar(period, step, count(began, severity, step), most)).toList();
            return new Strip(severity, bars.stream().mapToLong(Bar::incidents).sum(), bars);
        }).toList();
        return new SeverityStrips(strips, most, strips.stream().mapToLong(Strip::total).sum(), TrendChart.labels(period));
    }

    private static Bar bar(Period period, int step, long incidents, long most) {
        double width = 100.0 / period.steps();
        return new Bar(period.label(step), incidents, rounded(width * (step + 0.1)), rounded(width * 0.8), rounded(100.0 * incidents / most));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static long count(List<Began> began, String severity, int step) {
        return began.stream().filter(each -> each.step() == step && each.severity().equals(severity)).mapToLong(Began::incidents).sum();
    }

    /** In a sentence. */
    public String words() {
        return total + " incidents began: " + String.join(", ", strips.stream().map(strip -> strip.total() + " " + strip.severity()).toList()) + ".";
    }
}
