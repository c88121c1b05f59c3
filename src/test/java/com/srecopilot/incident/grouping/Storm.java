package com.srecopilot.incident.grouping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import com.srecopilot.catalog.Edge;

/**
 * Alerts of many overlapping incidents, of which it is known what caused each, and how well a grouping finds that out.
 *
 * @param notifications deliveries, of which noise reduction is a share
 */
record Storm(List<Edge> edges, List<Told> told, int notifications) {

    /** @param cause null for a lone alert; @param arrives seconds, in the order of deliveries */
    record Told(Signal signal, String cause, double arrives) {
    }

    /** Pairwise precision, recall and F1 of "same incident", as score_storm.py counts them. */
    record Score(double precision, double recall, double noiseReduction, double ideal, int lost) {

        double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }

    /** In batches as a busy intake would hand them over, in order of arrival; what was placed stays. */
    Score grouped(GroupingRules rules, int batch) {
        List<Told> arriving = told.stream().sorted(Comparator.comparingDouble(Told::arrives)).toList();
        var open = new ArrayList<Cluster>();
        var where = new HashMap<UUID, Integer>();
        for (int from = 0; from < arriving.size(); from += batch) {
            List<Signal> signals = arriving.subList(from, Math.min(arriving.size(), from + batch)).stream().map(Told::signal).toList();
            var numbers = new HashMap<Cluster, Integer>();
            for (Joining joining : new Correlator(rules, new ServiceGraph(edges, rules.hops()), open).place(signals)) {
                Cluster cluster = joining.cluster();
                int number = cluster.incident() != null ? cluster.incident() : numbers.computeIfAbsent(cluster, each -> open.size() + numbers.size());
                where.put(joining.signal().alert(), number);
            }
            numbers.entrySet().stream().sorted(Map.Entry.comparingByValue())
                    .forEach(opened -> open.add(Cluster.remembered(opened.getValue(), opened.getKey().memory(Instant.MIN))));
        }
        return score(where);
    }

    private Score score(Map<UUID, Integer> where) {
        List<Told> held = told.stream().filter(each -> where.containsKey(each.signal().alert())).toList();
        long both = pairs(held, each -> each.cause() == null ? null : each.cause() + "|" + where.get(each.signal().alert()));
        long found = pairs(held, each -> String.valueOf(where.get(each.signal().alert())));
        long true_ = pairs(told, Told::cause);
        long causes = told.stream().map(Told::cause).filter(cause -> cause != null).distinct().count();
        long lone = told.stream().filter(each -> each.cause() == null).count();
        return new Score((double) both / found, (double) both / true_, 1 - (double) new HashSet<>(where.values()).size() / notifications,
                1 - (double) (causes + lone) / notifications, told.size() - held.size());
    }

    private static long pairs(List<Told> told, java.util.function.Function<Told, String> group) {
        return told.stream().map(group).filter(each -> each != null).collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                .values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }

    /** A storm over a random system: services, stores and machines, failures that spread to callers, and lone alerts. */
    static Storm random(long seed, int services, int causes, int lone) {
        var making = new Making(new Random(seed), services);
        for (int i = 0; i < causes; i++) {
            making.fail("cause-" + i);
        }
        for (int i = 0; i < lone; i++) {
            making.fire(making.random.nextDouble() * 10_800, making.pick(List.copyOf(making.all)), null);
        }
        List<Edge> edges = making.callers.entrySet().stream()
                .flatMap(callee -> callee.getValue().stream().map(caller -> new Edge(caller, callee.getKey()))).toList();
        return new Storm(edges, making.told, making.told.size() * 3);
    }

    private static final class Making {

        private final Random random;
        private final List<String> services = new ArrayList<>();
        private final List<String> roots = new ArrayList<>();
        private final Set<String> all = new TreeSet<>();
        private final Map<String, Set<String>> callers = new TreeMap<>();
        private final List<Told> told = new ArrayList<>();

        Making(Random random, int count) {
            this.random = random;
            for (int i = 0; i < count; i++) {
                services.add("s" + i);
                roots.add("s" + i);
            }
            for (int i = 0; i < count; i++) {
                for (int calls = random.nextInt(3); calls > 0 && i + 1 < count; calls--) {
                    calls("s" + i, "s" + (i + 1 + random.nextInt(count - i - 1)));
                }
                if (random.nextInt(10) < 6) {
                    calls("s" + i, "store" + random.nextInt(count / 4));
                }
                calls("s" + i, "machine" + random.nextInt(count / 2));
                calls("s" + i, "machine" + random.nextInt(count / 2));
            }
            roots.addAll(callers.keySet());
        }

        private void calls(String caller, String callee) {
            callers.computeIfAbsent(callee, name -> new TreeSet<>()).add(caller);
            all.add(caller);
            all.add(callee);
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        private void fail(String cause) {
            String root = pick(roots);
            double start = random.nextDouble() * 10_800;
            for (int i = 2 + random.nextInt(5); i > 0; i--) {
                fire(start + random.nextDouble() * 90, root, cause);
            }
            Map<String, Double> failing = Map.of(root, start);
            var seen = new HashSet<>(Set.of(root));
            for (int hops = random.nextInt(3); hops > 0; hops--) {
                failing = spread(failing, seen, cause);
            }
        }

        private Map<String, Double> spread(Map<String, Double> failing, Set<String> seen, String cause) {
            var next = new TreeMap<String, Double>();
            new TreeMap<>(failing).forEach((callee, since) -> callers.getOrDefault(callee, Set.of()).stream()
                    .filter(caller -> random.nextInt(4) > 0 && seen.add(caller)).forEach(caller -> {
                        double at = since + 20 + random.nextDouble() * 30;
                        next.put(caller, at);
                        for (int i = 1 + random.nextInt(4); i > 0; i--) {
                            fire(at + random.nextDouble() * 70, caller, cause);
                        }
                    }));
            return next;
        }

        private void fire(double at, String place, String cause) {
            var id = new UUID(0, told.size());
            Instant startsAt = Instant.parse("2026-03-05T10:00:00Z").plusMillis((long) (at * 1_000));
            told.add(new Told(new Signal(id, place + " " + random.nextInt(40), place, Set.of(), Map.of(), startsAt), cause, at + 105 + random.nextDouble() * 50));
        }
    }
}
