package com.srecopilot.incident.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.srecopilot.alert.AlertView;
import com.srecopilot.incident.grouping.Signal;
import com.srecopilot.incident.grouping.Upstream;

/** What would have been suppressed because something upstream fired, and when it would have called again. */
final class PastSuppression {

    private final Map<String, List<Burning>> burning = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Set<UUID> called = new HashSet<>();
    private long suppressed;

    /** An alert of an incident of the draft; of it, no more than its times. */
    private record Burning(PastIncident incident, Instant since, Instant until) {

        boolean at(Instant moment) {
            return (until == null || until.isAfter(moment)) && !incident.resolvedBefore(moment);
        }
    }

    private record Pending(AlertView alert, String incident) {

        boolean firesAt(Instant moment) {
            return alert.endsAt() == null || alert.endsAt().isAfter(moment);
        }
    }

    void burns(AlertView alert, PastIncident incident) {
        burning.computeIfAbsent(alert.service(), service -> new ArrayList<>()).add(new Burning(incident, alert.startsAt(), alert.endsAt()));
    }

    /** Whether it is suppressed at its arrival; it may call later. */
    boolean suppresses(AlertView alert, Signal signal, Instant arrived, Upstream upstream) {
        if (alert.endsAt() != null && !alert.endsAt().isAfter(arrived) || called.contains(alert.id())) {
            return false;
        }
        var firing = new ArrayList<Upstream.Cause>();
        upstream.of(signal.place()).forEach(service -> now(service, arrived)
                .forEach(each -> firing.add(new Upstream.Cause(service, String.valueOf(each.incident().number()), each.since(), false))));
        upstream.causing(signal, firing).ifPresent(cause -> pending.add(new Pending(alert, cause.incident())));
        return !pending.isEmpty() && pending.get(pending.size() - 1).alert().id().equals(alert.id());
    }

    private Collection<Burning> now(String service, Instant moment) {
        List<Burning> all = burning.getOrDefault(service, List.of());
        if (!all.isEmpty()) {
            all.removeIf(each -> !each.at(moment));
        }
        return all;
    }

    /** Those that still fire although their cause is over. */
    List<AlertView> calling(Instant moment) {
        if (pending.isEmpty()) {
            return List.of();
        }
        burning.keySet().forEach(service -> now(service, moment));
        Set<String> firing = new HashSet<>();
        burning.values().forEach(all -> all.forEach(each -> firing.add(String.valueOf(each.incident().number()))));
        List<AlertView> calling = pending.stream().filter(each -> each.firesAt(moment) && !firing.contains(each.incident())).map(Pending::alert).toList();
        int before = pending.size();
        pending.removeIf(each -> !each.firesAt(moment) || !firing.contains(each.incident()));
        suppressed += before - pending.size() - calling.size();
        calling.forEach(alert -> called.add(alert.id()));
        return calling;
    }

    /** How many never called. */
    long suppressed() {
        return suppressed + pending.size();
    }
}
