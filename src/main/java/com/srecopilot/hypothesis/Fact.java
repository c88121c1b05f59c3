package com.srecopilot.hypothesis;

import com.srecopilot.hypothesis.chart.Curve;
import com.srecopilot.hypothesis.engine.Chart;
import com.srecopilot.hypothesis.engine.Evidence;

/**
 * What a claim rests on.
 *
 * @param kind {@code alert}, {@code change}, {@code edge}, {@code incident}, {@code verdict} or {@code metric}
 * @param text plain text; may hold what senders wrote
 * @param url opens the very alert, change, edge or incident
 * @param chart of a metric, or null
 */
public record Fact(String kind, String text, String url, Chart chart) {

    public Fact(String kind, String text, String url) {
        this(kind, text, url, null);
    }


    static Fact of(Evidence evidence) {
        return new Fact(evidence.kind().word(), evidence.text(), evidence.url(), evidence.chart());
    }

    /** The chart's shapes, or null. */
    public Curve curve() {
        return chart == null ? null : Curve.of(chart);
    }

    /** Whether it tells what was measured of a service: of that metric, or by logs and spans when it is empty. */
    public boolean isOf(String service, String metric) {
        boolean measured = kind.equals("metric") && text.startsWith(service + ": ");
        return measured && (chart == null ? metric.isEmpty() : chart.metric().equals(metric));
    }

    /** Of the sprite. */
    public String icon() {
        return switch (kind) {
            case "alert" -> "bell-ring";
            case "change" -> "git-commit-horizontal";
            case "edge" -> "route";
            case "metric" -> "chart-line";
            case "verdict" -> "user-check";
            default -> "history";
        };
    }
}
