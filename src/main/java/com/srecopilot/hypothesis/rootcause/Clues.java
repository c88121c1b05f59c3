package com.srecopilot.hypothesis.rootcause;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** All evidence on one failure: for each service one number of each kind, mostly between 0 and 1. */
final class Clues {

    private static final double NOTHING = 0.15;
    private static final int FINDINGS = 3;
    /** What a fault does where it is. Latency, errors and time in spans are felt by callers too. */
    private static final List<String> OWN = List.of("processor", "memory", "storage", "network", "other", "gone", "breadth",
            "log-trouble", "log-new", "log-vanished", "log-complaint", "span-unanswered", "span-broken-off");

    final List<String> services;
    final Map<String, double[]> values = new LinkedHashMap<>();
    final String silence;
    private final double onset;
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    Clues(Telemetry telemetry) {
        services = List.copyOf(new TreeSet<>(telemetry.services()));
        silence = telemetry.around() ? "nothing moved clearly enough when it began"
                : "nothing was recorded both before and after it began; perhaps a clock is off";
        onset = Onset.of(telemetry);
        Graph graph = graph(telemetry);
        MetricEvidence metrics = new MetricEvidence(telemetry, onset);
        SpanEvidence spans = new SpanEvidence(telemetry, onset);
        Map<String, Double> hurt = metrics.symptoms(telemetry.symptom());
        List.of(spans.own, spans.network, spans.failures).forEach(channel -> channel.mergeInto(hurt));
        metrics(metrics, graph, hurt);
        Walk walk = new Walk(graph, hurt, metrics.seen, telemetry.alerting());
        walk(walk);
        spans(spans, graph);
        logs(new LogEvidence(telemetry, onset), graph);
        channels.forEach((kind, channel) -> values.put(kind, services.stream().mapToDouble(channel::share).toArray()));
        Set<String> within = telemetry.alerting().isEmpty() || graph.empty() ? telemetry.services() : graph.reachable(telemetry.alerting());
        values.put("any", any());
        Set<String> known = new HashSet<>(metrics.known);
        telemetry.spans().forEach(s -> known.add(s.service()));
        telemetry.logs().forEach(l -> known.add(l.service()));
        values.put("unshadowed", services.stream().mapToDouble(s -> !known.contains(s) && walk.shadowed(s) ? 0 : 1).toArray());
        values.put("reached", services.stream().mapToDouble(s -> within.contains(s) ? 1 : 0).toArray());
    }

    private double[] any() {
        return IntStream.range(0, services.size()).mapToDouble(i -> together(channels.keySet(), i)).toArray();
    }

    /** How much speaks of a fault of the service's own, 0 to 1. */
    double own(int service) {
        return together(OWN, service);
    }

    private double together(Collection<String> kinds, int service) {
        return 1 - kinds.stream().mapToDouble(kind -> 1 - 0.8 * values.get(kind)[service]).reduce(1, (a, b) -> a * b);
    }

    private void metrics(MetricEvidence metrics, Graph graph, Map<String, Double> hurt) {
        for (Trait trait : Trait.values()) {
            String kind = trait.name().toLowerCase(java.util.Locale.ROOT);
            channels.put(kind, trait.symptom() ? metrics.of(trait).explainedBy(graph, 0.8, hurt) : metrics.of(trait));
        }
        channels.put("gone", metrics.gone);
        channels.put("breadth", metrics.breadth);
    }

    private void walk(Walk walk) {
        channels.put("trail-end", walk.ends);
        channels.put("explains", walk.explains);
    }

    private void spans(SpanEvidence spans, Graph graph) {
        channels.put("span-time", spans.own);
        channels.put("span-gap", spans.network);
        channels.put("span-failure", spans.failures);
        channels.put("span-shape", spans.shape.own.explainedBy(graph, 0.8, Map.of()));
        channels.put("span-unanswered", spans.shape.unanswered);
        channels.put("span-broken-off", spans.shape.brokenOff);
    }

    private void logs(LogEvidence logs, Graph graph) {
        channels.put("log-trouble", logs.troubles.explainedBy(graph, 0.8, Map.of()));
        channels.put("log-new", logs.novelties);
        channels.put("log-vanished", logs.silences.explainedBy(graph, 0.8, Map.of()));
        channels.put("log-complaint", logs.complaints);
    }

    private static Graph graph(Telemetry telemetry) {
        Set<Call> calls = new LinkedHashSet<>(telemetry.calls());
        Map<String, String> owners = new HashMap<>();
        telemetry.spans().forEach(s -> owners.put(s.id(), s.service()));
        telemetry.spans().forEach(s -> {
            String caller = owners.get(s.parent());
            if (caller != null && !caller.equals(s.service())) {
                calls.add(new Call(caller, s.service()));
            }
        });
        return new Graph(calls);
    }

    /** What each service's evidence comes to. */
    double[] scores(Map<String, Double> weights) {
        double[] scores = new double[services.size()];
        weights.forEach((kind, weight) -> {
            double[] column = values.getOrDefault(kind, new double[scores.length]);
            for (int i = 0; i < scores.length; i++) {
                scores[i] += weight * column[i];
            }
        });
        return scores;
    }

    /** Whether no evidence points clearly at anyone. */
    boolean silent() {
        return Arrays.stream(values.get("any")).max().orElse(0) < NOTHING;
    }

    /** The words of the evidence that weighs most against the service. */
    String reason(int service, Map<String, Double> weights) {
        return findings(service, weights).stream().findFirst().map(Finding::words).orElse("nothing stands out");
    }

    /** What weighs most against the service, at most three of them. */
    List<Finding> findings(int service, Map<String, Double> weights) {
        return channels.keySet().stream().filter(kind -> weights.getOrDefault(kind, 0.0) * values.get(kind)[service] > 0)
                .sorted(Comparator.comparingDouble(kind -> -weights.get(kind) * values.get(kind)[service])).limit(FINDINGS)
                .map(kind -> channels.get(kind).finding(services.get(service), onset)).toList();
    }
}
