package com.srecopilot.hypothesis.rootcause.synthetic;

import com.srecopilot.hypothesis.rootcause.Call;
import com.srecopilot.hypothesis.rootcause.Telemetry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Failures of systems that never were, the same for the same seed. One seed is for development, another is kept for the last figure. */
public final class SyntheticCases {

    public static final long DEVELOPMENT = 11;
    public static final long HELD_OUT = 4242;
    public static final int SYSTEMS = 12;

    private SyntheticCases() {
    }

    /** @param often each fault of each system, at another service and time */
    public static Stream<SyntheticCase> of(long seed, int often) {
        return IntStream.range(0, SYSTEMS).boxed().flatMap(i -> {
            MadeSystem system = new MadeSystem(seed, i);
            return Stream.of(FaultKind.values()).filter(k -> seen(k, system)).flatMap(kind -> IntStream.range(0, often).mapToObj(time -> one(seed, i, system, kind, time)));
        });
    }

    /** A fault of which nothing at all is recorded can't be found; such cases would measure luck. */
    private static boolean seen(FaultKind kind, MadeSystem system) {
        boolean blind = system.dialect.cpu().isEmpty();
        return switch (kind) {
            case MEMORY_LEAK -> !blind;
            case DISK -> !system.dialect.disk().isEmpty();
            case SOCKETS -> !system.dialect.sockets().isEmpty();
            case WRONG_RETURN -> system.spans || system.logs;
            default -> true;
        };
    }

    private static SyntheticCase one(long seed, int index, MadeSystem system, FaultKind kind, int time) {
        Random random = new Random(seed * 31 + index * 1009L + kind.ordinal() * 17L + time * 104_729L);
        int n = system.services.size();
        int cause = random.nextInt(n);
        while (kind.inCode() && system.stores.contains(cause)) {
            cause = random.nextInt(n);
        }
        double onset = 1_760_000_000 + random.nextInt(10_000_000);
        double start = onset + random.nextInt((int) Math.min(30, Math.max(2, system.step)));
        Mishap mishap = new Mishap(kind, cause, onset, random);
        double before = Math.max(600, system.step * (12 + random.nextInt(48)));
        MetricsMaker metrics = new MetricsMaker(system, mishap, random);
        TracesMaker traces = new TracesMaker(system, mishap, random);
        traces.make(onset - 60 - random.nextInt(240), onset + 60 + random.nextInt(240));
        String alerting = system.alerts ? system.services.get(entry(system, cause)) : "";
        Telemetry telemetry = new Telemetry(start, alerting, alerting.isEmpty() ? "" : system.dialect.alarm(kind), candidates(system),
                metrics.make(onset - before, onset + Math.max(300, 5 * system.step)),
                system.graph ? new ArrayList<>(system.edges) : List.<Call>of(), traces.spans, traces.logs, List.of());
        return new SyntheticCase(system.name + "-" + kind.name().toLowerCase(java.util.Locale.ROOT), system.name,
                kind.name().toLowerCase(java.util.Locale.ROOT), system.services.get(cause), telemetry);
    }

    private static Set<String> candidates(MadeSystem system) {
        Set<String> all = new LinkedHashSet<>(system.services);
        IntStream.range(0, system.services.size()).filter(system::mirrored).forEach(i -> all.add(system.mirror(i)));
        return all;
    }

    private static int entry(MadeSystem system, int cause) {
        for (Step request : system.requests) {
            java.util.Set<Integer> touched = new java.util.TreeSet<>();
            MadeSystem.collect(request, touched);
            if (touched.contains(cause)) {
                return request.service();
            }
        }
        return 0;
    }
}
