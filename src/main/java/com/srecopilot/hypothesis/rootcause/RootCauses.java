package com.srecopilot.hypothesis.rootcause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ranks the services of a failure by how likely it began in them. */
public final class RootCauses {

    private static final double UNREACHABLE = 0.5;
    private static final double NOTHING = 0.1;
    private static final double CALLED = 0.15; // between equals, the one that more services call

    private RootCauses() {
    }

    /** Every candidate of the telemetry, most suspicious first; bounded in time by the telemetry's size. */
    public static Ranking rank(Telemetry telemetry) {
        Graph graph = graph(telemetry);
        List<Channel> channels = channels(telemetry, graph);
        Set<String> within = telemetry.alerting().isEmpty() || graph.empty()
                ? telemetry.services() : graph.reachable(telemetry.alerting());
        Map<String, Double> scores = new HashMap<>();
        for (String service : telemetry.services()) {
            double score = 1 - channels.stream().mapToDouble(c -> 1 - c.share(service)).reduce(1, (a, b) -> a * b);
            score *= (1 + CALLED * Math.log1p(graph.callers(service))) / (1 + CALLED * Math.log(10));
            scores.put(service, within.contains(service) ? score : score * UNREACHABLE);
        }
        return ranking(scores, channels);
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

    private static List<Channel> channels(Telemetry telemetry, Graph graph) {
        MetricEvidence metrics = new MetricEvidence(telemetry);
        SpanEvidence spans = new SpanEvidence(telemetry);
        LogEvidence logs = new LogEvidence(telemetry);
        return List.of(metrics.resources, metrics.traffic, metrics.symptoms.explainedBy(graph, 0.7), spans.own, spans.network,
                spans.failures, spans.shape.explainedBy(graph, 0.3), logs.channel.explainedBy(graph, 0.6));
    }

    private static Ranking ranking(Map<String, Double> scores, List<Channel> channels) {
        List<String> order = new ArrayList<>(scores.keySet());
        order.sort(Comparator.<String>comparingDouble(s -> -scores.get(s)).thenComparing(Comparator.naturalOrder()));
        double top = order.isEmpty() ? 0 : scores.get(order.get(0));
        double second = order.size() < 2 ? 0 : scores.get(order.get(1));
        double sure = sure(top, second, order.size());
        double rest = scores.values().stream().mapToDouble(x -> x).sum() - top;
        List<Suspect> suspects = new ArrayList<>();
        for (String service : order) {
            double confidence = suspects.isEmpty() ? sure : (1 - sure) * scores.get(service) / Math.max(1e-9, rest);
            suspects.add(new Suspect(service, Math.min(confidence, sure), reason(service, channels)));
        }
        return new Ranking(suspects, top < NOTHING);
    }

    /** The chance that the first is right, by its lead over the second; logistic, fitted on all three public systems at once. */
    private static double sure(double top, double second, int candidates) {
        if (top < NOTHING) {
            return candidates == 0 ? 0 : Math.min(0.3, 1.0 / candidates);
        }
        double lead = (top - second) / top;
        return 1 / (1 + Math.exp(-(Confidence.BASE + Confidence.LEAD * lead + Confidence.HEIGHT * top)));
    }

    private static String reason(String service, List<Channel> channels) {
        return channels.stream().filter(c -> c.share(service) > 0)
                .max(Comparator.comparingDouble(c -> c.share(service))).map(c -> c.reason(service)).orElse("nothing stands out");
    }

    private static final class Confidence {
        static final double BASE = -0.76;
        static final double LEAD = 1.18;
        static final double HEIGHT = 3.05;
    }
}
