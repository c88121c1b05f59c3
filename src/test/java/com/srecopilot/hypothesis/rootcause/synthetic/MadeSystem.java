package com.srecopilot.hypothesis.rootcause.synthetic;

import com.srecopilot.hypothesis.rootcause.Call;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A system that never was: services, who calls whom, its requests, and how well it is observed. */
final class MadeSystem {

    private static final List<String> NOUNS = List.of("order", "stock", "route", "seat", "user", "price", "login", "mail", "pay", "basket",
            "search", "media", "feed", "notify", "report", "ticket", "travel", "assure", "food", "refund", "map", "rating", "ledger", "quote", "geo", "profile");
    final String name;
    final List<String> services = new ArrayList<>();
    final Set<Integer> stores = new TreeSet<>();
    final Set<Call> edges = new LinkedHashSet<>();
    final List<Step> requests = new ArrayList<>();
    final Dialect dialect;
    final boolean spans;
    final boolean logs;
    final boolean graph;
    final boolean alerts;
    final boolean storeSpans;
    final boolean mirrors;
    final double step;
    final double[] cost;
    final double[] memory;
    private final List<List<Integer>> callees = new ArrayList<>();
    private final Random random;

    MadeSystem(long seed, int index) {
        random = new Random(seed * 7919 + index);
        name = "made-" + seed + "-" + index;
        dialect = Dialect.ALL.get(index % Dialect.ALL.size());
        boolean blind = dialect.cpu().isEmpty();
        spans = !blind && random.nextDouble() < 0.75;
        logs = !blind && random.nextDouble() < 0.75;
        graph = blind || random.nextDouble() < 0.8;
        alerts = blind || random.nextDouble() < 0.6;
        storeSpans = random.nextBoolean();
        step = blind ? 60 : new double[] {1, 5, 15, 30, 60}[random.nextInt(5)];
        int count = 7 + random.nextInt(28);
        cost = random.doubles(count, 0.5, 20).toArray();
        memory = random.doubles(count, 60, 900).toArray();
        nameAll(count);
        wire(count, random.nextInt(4));
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            requests.add(grow(i % 2, 0, "/" + NOUNS.get(random.nextInt(NOUNS.size()))));
        }
        callEverybody(count);
        mirrors = blind || random.nextDouble() < 0.25;
        mirrorSome();
    }

    /** Some services are known a second time, by the address under which one of their callers sees them. */
    boolean mirrored(int service) {
        return mirrors && service % 3 == 1;
    }

    String mirror(int service) {
        return services.get(service) + ".internal:443_peer";
    }

    private void mirrorSome() {
        for (Call edge : List.copyOf(edges)) {
            int callee = services.indexOf(edge.callee());
            if (mirrored(callee) && edges.stream().noneMatch(e -> e.callee().equals(mirror(callee)))) {
                edges.add(new Call(edge.caller(), mirror(callee)));
            }
        }
    }

    private void nameAll(int count) {
        int style = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String noun = NOUNS.get(i % NOUNS.size()) + (i >= NOUNS.size() ? "2" : "");
            services.add(switch (style) {
                case 0 -> noun + "-service";
                case 1 -> "n" + (100 + i * 7);
                case 2 -> "com.acme." + noun;
                default -> noun.toUpperCase(java.util.Locale.ROOT) + "_" + "xyzw".charAt(i % 4);
            });
        }
    }

    /** Fan-out, chain, mesh with a circle, or layers; the last quarter are stores that call nobody. */
    private void wire(int count, int shape) {
        int apps = Math.max(4, count * 3 / 4);
        for (int i = 0; i < count; i++) {
            callees.add(new ArrayList<>());
            if (i >= apps) {
                stores.add(i);
            }
        }
        for (int i = 1; i < apps; i++) {
            int parent = shape == 0 ? random.nextInt(2) : shape == 1 ? i - 1 - random.nextInt(Math.min(i, 2)) : random.nextInt(i);
            link(parent, i);
            if (shape >= 2 && i > 2 && random.nextDouble() < 0.5) {
                link(random.nextInt(i), i);
            }
        }
        if (shape == 2) {
            link(apps - 1, 2);
        }
        for (int i = apps; i < count; i++) {
            link(1 + random.nextInt(apps - 1), i);
            if (random.nextDouble() < 0.4) {
                link(1 + random.nextInt(apps - 1), i);
            }
        }
    }

    private void link(int caller, int callee) {
        if (caller != callee && !callees.get(caller).contains(callee)) {
            callees.get(caller).add(callee);
            edges.add(new Call(services.get(caller), services.get(callee)));
        }
    }

    private Step grow(int service, int depth, String operation) {
        List<Step> calls = new ArrayList<>();
        for (int callee : callees.get(service)) {
            if (depth < 5 && random.nextDouble() < 0.75) {
                calls.add(grow(callee, depth + 1, stores.contains(callee) ? "query" : "/" + NOUNS.get(random.nextInt(NOUNS.size()))));
            }
        }
        return new Step(service, operation, cost[service] * (0.5 + random.nextDouble()), 0.3 + random.nextDouble() * 2, calls);
    }

    /** A service that no request reaches could fail without anyone noticing. */
    private void callEverybody(int count) {
        Set<Integer> reached = new TreeSet<>();
        requests.forEach(r -> collect(r, reached));
        for (int i = 0; i < count; i++) {
            if (!reached.contains(i)) {
                int missing = i;
                int caller = -1;
                for (int c = 0; c < count; c++) {
                    caller = callees.get(c).contains(missing) && reached.contains(c) ? c : caller;
                }
                Step extra = grow(missing, 3, stores.contains(missing) ? "query" : "/extra");
                requests.add(caller < 0 ? extra : new Step(caller, "/via", cost[caller], 1, List.of(extra)));
                collect(requests.get(requests.size() - 1), reached);
            }
        }
    }

    static void collect(Step step, Set<Integer> into) {
        into.add(step.service());
        step.calls().forEach(c -> collect(c, into));
    }
}
