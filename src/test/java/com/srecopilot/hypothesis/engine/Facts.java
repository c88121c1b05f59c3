package com.srecopilot.hypothesis.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.srecopilot.hypothesis.engine.Situation.Alert;
import com.srecopilot.hypothesis.engine.Situation.Change;
import com.srecopilot.hypothesis.engine.Situation.Edge;
import com.srecopilot.hypothesis.engine.Situation.Incident;
import com.srecopilot.hypothesis.engine.Situation.PastIncident;
import com.srecopilot.hypothesis.rootcause.Ranking;

/** An incident on checkout-service at 12:00, and the facts around it, one by one. Minutes count from 12:00. */
final class Facts {

    static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private final List<Alert> alerts = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<PastIncident> past = new ArrayList<>();
    private final List<TrackRecord> record = new ArrayList<>();
    private Ranking measured;
    private String service = "checkout-service";

    Facts incidentOn(String name) {
        service = name;
        return this;
    }

    /** The alert that opened the incident. */
    Facts ownAlert(String title) {
        return alert("own", service, title, "critical", 0, true);
    }

    Facts alert(String on, String title, String severity, double minute) {
        return alert(on + " " + title, on, title, severity, minute, false);
    }

    Facts alert(String id, String on, String title, String severity, double minute, boolean joined) {
        alerts.add(new Alert(id, title, on, severity, id, at(minute), null, "/alerts/" + id, joined));
        return this;
    }

    Facts calls(String caller, String... callees) {
        for (String callee : callees) {
            edges.add(new Edge(caller, callee, "/services/" + caller + "#edge-" + callee));
        }
        return this;
    }

    Facts deployed(String on, String version, double minute) {
        return change(on + version, on, "deployment", version, minute);
    }

    Facts change(String id, String on, String kind, String version, double minute) {
        changes.add(new Change(id, on, kind, version, "", "", at(minute), "/services/" + on + "#change-" + id));
        return this;
    }

    Facts before(int number, String cause, String causeService, int daysAgo) {
        Instant resolved = NOON.minus(Duration.ofDays(daysAgo));
        past.add(new PastIncident(number, "Pool exhausted", service, resolved, Duration.ofMinutes(31), cause, causeService,
                "/incidents/" + number));
        return this;
    }

    Facts measured(Ranking ranking) {
        measured = ranking;
        return this;
    }

    /** People judged such causes. */
    Facts judged(String kind, String on, int confirmed, int of, double expected) {
        record.add(new TrackRecord(kind, on, confirmed, of, expected));
        return this;
    }

    static Instant at(double minute) {
        return NOON.plusMillis((long) (minute * 60_000));
    }

    Situation situation() {
        return new Situation(new Incident(345, "Database connection pool exhausted", service, NOON), alerts, edges, changes,
                past, record, measured, at(1));
    }

    Findings examined() {
        return new HypothesisEngine().examine(situation(), suspicion -> { });
    }

    Suspicion top() {
        return examined().suspicions().get(0);
    }

    List<String> keys() {
        return examined().suspicions().stream().map(Suspicion::key).toList();
    }

    List<String> claims() {
        return examined().suspicions().stream().map(Suspicion::claim).toList();
    }

    /** 0 when the theory is not among the findings. */
    double confidenceIn(String key) {
        return examined().suspicions().stream().filter(suspicion -> suspicion.key().equals(key))
                .mapToDouble(Suspicion::confidence).findFirst().orElse(0);
    }
}
