package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests that go another way than before: calls left unanswered, calls no longer made, and after which call they break off. */
final class SpanShape {

    private static final int FEWEST = 4;

    private static final class Fan {
        final List<Double> before = new ArrayList<>();
        final List<Double> after = new ArrayList<>();
        String callee;
        double usual;

        boolean call() {
            return callee != null && usual > 0.9 && usual < 1.1;
        }
    }

    final Channel own = new Channel();
    final Channel unanswered = new Channel();
    final Channel brokenOff = new Channel();
    private final Map<String, List<Span>> children;
    private final Map<List<String>, Fan> fans = new HashMap<>();
    private final Map<String, double[]> last = new HashMap<>();

    SpanShape(Map<String, List<Span>> children) {
        this.children = children;
    }

    void compare(List<Span> spans, Windows windows) {
        spans.forEach(span -> count(span, windows));
        fans.values().forEach(fan -> fan.usual = new Sample(fan.before.stream().mapToDouble(x -> x).toArray()).mean());
        double[] all = new double[2];
        spans.forEach(span -> breakOff(span, windows, all));
        fans.forEach(this::point);
        last.forEach((service, ends) -> {
            double more = ends[1] / Math.max(1, all[1]) - ends[0] / Math.max(1, all[0]);
            brokenOff.point(service, more <= 0.02 || ends[1] < 1 ? 0 : Math.sqrt(more) * Math.log1p(ends[1]) / 2,
                    String.format(Locale.ROOT, "%.0f requests break off after a call to it, %.0f before", ends[1], ends[0]));
        });
    }

    private List<Span> below(Span span) {
        return span.id().isEmpty() ? List.of() : children.getOrDefault(span.id(), List.of());
    }

    private void count(Span span, Windows windows) {
        boolean after = windows.after(span.start());
        if (!after && !windows.before(span.start())) {
            return;
        }
        List<Span> below = below(span);
        Fan fan = fans.computeIfAbsent(List.of(span.service(), span.operation()), k -> new Fan());
        (after ? fan.after : fan.before).add((double) below.size());
        if (below.size() == 1 && !below.get(0).service().equals(span.service())) {
            fan.callee = below.get(0).service();
        }
    }

    /** A request that makes clearly fewer calls than usual: whom did it call last? */
    private void breakOff(Span span, Windows windows, double[] all) {
        int when = windows.after(span.start()) ? 1 : windows.before(span.start()) ? 0 : -1;
        Fan fan = fans.get(List.of(span.service(), span.operation()));
        if (when < 0 || fan.before.size() < FEWEST || fan.usual < 1.5) {
            return;
        }
        all[when]++;
        List<Span> below = below(span);
        if (!below.isEmpty() && below.size() < 0.6 * fan.usual) {
            Span end = below.stream().max(Comparator.comparingDouble(Span::start)).orElseThrow();
            last.computeIfAbsent(callee(end), k -> new double[2])[when]++;
        }
    }

    private String callee(Span call) {
        Fan fan = fans.get(List.of(call.service(), call.operation()));
        return fan != null && fan.callee != null ? fan.callee : call.service();
    }

    private void point(List<String> place, Fan fan) {
        if (fan.before.size() < FEWEST || fan.after.isEmpty()) {
            return;
        }
        double now = new Sample(fan.after.stream().mapToDouble(x -> x).toArray()).mean();
        double change = Math.abs(now - fan.usual) / Math.max(1, fan.usual) * fan.after.size() / (fan.after.size() + 1.0);
        (fan.call() ? unanswered : own).point(fan.call() ? fan.callee : place.get(0), change < 0.15 ? 0 : Math.min(1.5, 2 * change),
                String.format(Locale.ROOT, "%s makes %.1f calls where it made %.1f", place.get(1), now, fan.usual));
        if (fan.call()) {
            own.point(place.get(0), change < 0.15 ? 0 : Math.min(0.75, change), place.get(1) + " no longer reaches " + fan.callee);
        }
    }
}
