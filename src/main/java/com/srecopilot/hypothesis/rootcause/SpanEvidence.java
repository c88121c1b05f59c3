package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the traces say: time a service spends itself, time lost between caller and callee, failures, calls no longer made. */
final class SpanEvidence {

    private static final int FEWEST = 4;

    private record Pair(List<Double> before, List<Double> after) {
        Pair() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    final Channel own = new Channel();
    final Channel network = new Channel();
    final Channel failures = new Channel();
    final SpanShape shape;
    private final Map<String, List<Span>> children = new HashMap<>();
    private final Map<List<String>, Pair> selfTimes = new HashMap<>();
    private final Map<List<String>, Pair> gaps = new HashMap<>();
    private final Map<List<String>, Pair> failed = new HashMap<>();

    SpanEvidence(Telemetry telemetry, double onset) {
        List<Span> spans = telemetry.spans();
        shape = new SpanShape(children);
        if (spans.isEmpty()) {
            return;
        }
        spans.forEach(s -> children.computeIfAbsent(s.parent(), k -> new ArrayList<>()).add(s));
        double first = spans.stream().mapToDouble(Span::start).min().orElse(onset);
        Windows windows = new Windows(onset, first, 0, List.of());
        spans.forEach(span -> sort(span, windows));
        shape.compare(spans, windows);
        pointSlow(telemetry.services());
        pointFailures();
    }

    private void sort(Span span, Windows windows) {
        boolean after = windows.after(span.start());
        if (!after && !windows.before(span.start())) {
            return;
        }
        List<Span> below = span.id().isEmpty() ? List.of() : children.getOrDefault(span.id(), List.of());
        double inside = inside(span, below);
        List<String> place = List.of(span.service(), span.operation());
        double rest = Math.max(0, span.duration() - inside);
        if (below.size() == 1 && !below.get(0).service().equals(span.service())) {
            note(gaps, List.of(span.service(), below.get(0).service()), rest, after);
        } else {
            note(selfTimes, place, rest, after);
        }
        boolean deepest = span.failed() && below.stream().noneMatch(Span::failed);
        note(failed, place, deepest ? 1 : 0, after);
    }

    /** Calls made one after another add up; those made at once take as long as the longest. */
    private static double inside(Span span, List<Span> below) {
        double sum = below.stream().mapToDouble(Span::duration).sum();
        return sum <= span.duration() ? sum : below.stream().mapToDouble(Span::duration).max().orElse(0);
    }

    private static void note(Map<List<String>, Pair> into, List<String> key, double value, boolean after) {
        Pair pair = into.computeIfAbsent(key, k -> new Pair());
        (after ? pair.after : pair.before).add(value);
    }

    private static Sample sample(List<Double> values) {
        return new Sample(values.stream().mapToDouble(x -> x).toArray());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(x -> x).average().orElse(0);
    }

    /** Milliseconds gained, zero unless clearly more than the usual wobble. */
    private static double slower(Pair pair) {
        if (pair.before.size() < FEWEST || pair.after.isEmpty()) {
            return 0;
        }
        Sample before = sample(pair.before);
        Sample after = sample(pair.after);
        double gained = Math.max(after.median() - before.median(), 0.5 * (after.quantile(0.9) - before.quantile(0.9)));
        double trust = after.size() / (after.size() + 1.0);
        double times = gained / (before.median() + 0.5);
        return trust * gained > 2 * before.wobble() && gained > 0.2 ? trust * gained * Math.min(1, times) : 0;
    }

    /** Time spent in a service's own code beside time lost on the way to and from it: what matters is who lost most of all. */
    private void pointSlow(Set<String> services) {
        Map<String, Double> inside = new HashMap<>();
        selfTimes.forEach((place, pair) -> inside.merge(place.get(0), slower(pair), Math::max));
        Map<String, Double> way = new HashMap<>();
        services.forEach(service -> way.put(service, lost(service)));
        double all = Stream.of(inside, way).flatMap(m -> m.values().stream()).mapToDouble(x -> x).sum();
        point(own, inside, all, "spends %.1f ms more in its own code");
        point(network, way, all, "%.1f ms more are lost on each of its calls, on the way");
    }

    private double lost(String service) {
        return gaps.entrySet().stream().filter(gap -> gap.getKey().contains(service)).mapToDouble(gap -> slower(gap.getValue())).average().orElse(0);
    }

    private static void point(Channel channel, Map<String, Double> gained, double all, String words) {
        gained.forEach((service, ms) -> channel.point(service, ms <= 0 ? 0 : 2 * ms / all * ms / (ms + 5),
                String.format(Locale.ROOT, words, ms)));
    }

    private void pointFailures() {
        failed.forEach((place, pair) -> {
            double more = mean(pair.after) - mean(pair.before);
            long count = pair.after.stream().filter(x -> x > 0).count();
            if (more > 0.01 && count >= 2) {
                failures.point(place.get(0), Math.log1p(count) / 3 * Math.sqrt(more) * 2,
                        String.format(Locale.ROOT, "%d calls of %s failed here first", count, place.get(1)));
            }
        });
    }
}
