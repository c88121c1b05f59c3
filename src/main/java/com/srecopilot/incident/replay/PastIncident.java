package com.srecopilot.incident.replay;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.srecopilot.alert.AlertView;
import com.srecopilot.incident.Severity;
import com.srecopilot.incident.grouping.Cluster;

/** An incident that the draft would have made, while alerts may still join it. */
final class PastIncident {

    private final int number;
    private final String title;
    private Cluster cluster;
    private Instant first;
    private Instant last;
    private Severity worst = Severity.LOW;
    private int alerts;
    /** The incidents that its alerts really are in, and when people resolved each; null while they have not. */
    private final Map<Integer, Instant> today = new TreeMap<>();

    PastIncident(int number, Cluster cluster, AlertView first) {
        this.number = number;
        this.title = first.title();
        remember(cluster);
    }

    void take(AlertView alert, Map<Integer, Instant> resolved) {
        alerts++;
        Severity severity = Severity.of(alert.severity()).orElse(Severity.LOW);
        worst = severity.worseThan(worst) ? severity : worst;
        Integer real = numberOf(alert);
        if (real != null) {
            today.put(real, resolved.get(real));
        }
    }

    void remember(Cluster now) {
        cluster = now;
        first = now.first();
        last = now.last();
    }

    Instant first() {
        return first;
    }

    Instant last() {
        return last;
    }

    Cluster cluster() {
        return cluster;
    }

    int number() {
        return number;
    }

    /** What people resolved is resolved in the replay as well, once all of it is: it takes no more alerts. */
    boolean resolvedBefore(Instant moment) {
        return !today.isEmpty() && today.values().stream().allMatch(at -> at != null && at.isBefore(moment));
    }

    Collection<Integer> today() {
        return today.keySet();
    }

    Made made() {
        String service = cluster.root().startsWith("title:") ? "" : cluster.root();
        return new Made(number, title, worst.word(), service, alerts, first, today.keySet().toArray(Integer[]::new));
    }

    /** As it is shown. */
    record Made(int number, String title, String severity, String service, int alerts, Instant startedAt, Integer[] today) {
    }

    static Integer numberOf(AlertView alert) {
        return Objects.toString(alert.incident(), "").startsWith("INC-") ? Integer.valueOf(alert.incident().substring(4)) : null;
    }
}
