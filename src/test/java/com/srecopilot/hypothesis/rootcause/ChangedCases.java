package com.srecopilot.hypothesis.rootcause;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.srecopilot.hypothesis.engine.Findings;
import com.srecopilot.hypothesis.engine.HypothesisEngine;
import com.srecopilot.hypothesis.engine.Situation;
import com.srecopilot.hypothesis.engine.Situation.Alert;
import com.srecopilot.hypothesis.engine.Situation.Change;
import com.srecopilot.hypothesis.engine.Situation.Edge;
import com.srecopilot.hypothesis.engine.Situation.Incident;
import com.srecopilot.hypothesis.engine.Situation.PastIncident;
import com.srecopilot.hypothesis.engine.Suspicion;
import com.srecopilot.hypothesis.rootcause.Score.Outcome;
import com.srecopilot.hypothesis.rootcause.synthetic.SyntheticCase;

/**
 * Made failures among changes and earlier incidents, as the product sees them: in every second one the cause was changed
 * shortly before, each service is changed every week or so anyway, and now and then the same alerts came before, with the
 * same cause twice as often as with another. These rates are assumed; nothing is fitted to them.
 */
final class ChangedCases {

    private static final Duration DAY = Duration.ofDays(1);
    private final HypothesisEngine engine = new HypothesisEngine();
    private final Random random = new Random(99);

    /** How the product's first suspicion fares, by service. */
    Outcome outcome(SyntheticCase made) {
        Findings found = engine.examine(situation(made), suspicion -> { });
        List<String> order = found.suspicions().stream().map(Suspicion::service).distinct().toList();
        int rank = order.indexOf(made.cause());
        return new Outcome(made.system(), made.fault(), rank == 0 ? 1 : 0, rank >= 0 && rank < 3 ? 1 : 0, order.isEmpty() ? 0 : found.suspicions().get(0).confidence());
    }

    private Situation situation(SyntheticCase made) {
        Telemetry telemetry = made.telemetry();
        Instant start = Instant.ofEpochMilli((long) (telemetry.start() * 1000));
        String hurting = telemetry.alerting();
        List<Alert> alerts = hurting.isEmpty() ? List.of() : List.of(new Alert("1", "It fails", hurting, "critical", "key", start, null, "/alerts/1", true));
        List<Edge> edges = telemetry.calls().stream().map(call -> new Edge(call.caller(), call.callee(), "/")).toList();
        return new Situation(new Incident(9, "It fails", hurting, start), alerts, edges, changes(made, start), past(made, start), List.of(),
                RootCauses.rank(telemetry), start.plusSeconds(300));
    }

    private List<Change> changes(SyntheticCase made, Instant start) {
        List<Change> changes = new ArrayList<>();
        if (random.nextBoolean()) {
            changes.add(change(made.cause(), start.minusSeconds((long) (-600 * Math.log(1 - random.nextDouble())))));
        }
        made.telemetry().services().stream().filter(service -> random.nextInt(7) == 0)
                .forEach(service -> changes.add(change(service, start.minusSeconds(random.nextInt((int) DAY.toSeconds())))));
        return changes;
    }

    private static Change change(String service, Instant at) {
        return new Change(service + at, service, "deployment", "v2", "v1", "", at, "/");
    }

    private List<PastIncident> past(SyntheticCase made, Instant start) {
        int kind = random.nextInt(10);
        String then = kind < 2 ? made.cause() : made.telemetry().services().stream().skip(random.nextInt(made.telemetry().services().size())).findFirst().orElseThrow();
        return kind > 2 ? List.of() : List.of(new PastIncident(3, "It failed", then, start.minus(DAY.multipliedBy(20)), Duration.ofHours(1), then + " was slow", then, "/"));
    }
}
