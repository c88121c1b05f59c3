package com.srecopilot.incident.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.srecopilot.alert.AlertView;
import com.srecopilot.catalog.Edge;
import com.srecopilot.incident.grouping.Cluster;
import com.srecopilot.incident.grouping.Correlator;
import com.srecopilot.incident.grouping.GroupingRules;
import com.srecopilot.incident.grouping.Joining;
import com.srecopilot.incident.grouping.ServiceGraph;
import com.srecopilot.incident.grouping.Signal;
import com.srecopilot.incident.grouping.Upstream;

/**
 * Gathers alerts that came in the past as a draft of the rules would have: delivery by delivery, each as the incidents
 * of that time would have met it. Pure; it holds what alerts may still join, never all there was.
 */
final class Replay {

    /** So many incidents stay joinable; the oldest give way. */
    private static final int MOST_OPEN = 2_000;

    private final GroupingRules rules;
    private final Collection<Edge> edges;
    private final ServiceGraph usual;
    private final Consumer<PastIncident.Made> closed;
    private final Map<Integer, PastIncident> open = new HashMap<>();
    /** By when its latest alert began: those long past are not even looked at. */
    private final NavigableSet<PastIncident> byLast = new TreeSet<>(Comparator.comparing(PastIncident::last).thenComparing(PastIncident::number));
    private final BitSet today = new BitSet();
    private final BitSet covered = new BitSet();
    private final PastSuppression suppression = new PastSuppression();
    private int made;
    private long alerts;
    private long quiet;

    /** @param closed told of each incident to which no more alerts can come */
    Replay(GroupingRules rules, Collection<Edge> edges, Consumer<PastIncident.Made> closed) {
        this.rules = rules;
        this.edges = edges;
        this.usual = new ServiceGraph(edges, rules.hops());
        this.closed = closed;
    }

    /**
     * Takes what one delivery brought.
     *
     * @param resolved when people resolved the incidents that these alerts really are in
     * @return the number of the incident of each; those that open none are left out
     */
    Map<UUID, Integer> take(List<AlertView> delivered, Instant arrived, Map<Integer, Instant> resolved) {
        var numbers = new HashMap<UUID, Integer>();
        List<AlertView> calling = suppression.calling(arrived);
        if (!calling.isEmpty()) {
            place(calling, arrived, resolved, numbers);
        }
        alerts += delivered.size();
        delivered.stream().map(PastIncident::numberOf).filter(number -> number != null).forEach(today::set);
        place(delivered, arrived, resolved, numbers);
        return numbers;
    }

    private void place(List<AlertView> batch, Instant arrived, Map<Integer, Instant> resolved, Map<UUID, Integer> numbers) {
        var upstream = new Upstream(usual, rules);
        for (List<AlertView> lot : upstream.lots(batch, this::signal)) {
            List<AlertView> rest = !rules.suppresses() ? lot
                    : lot.stream().filter(alert -> !suppression.suppresses(alert, signal(alert), arrived, upstream)).toList();
            group(rest, arrived, resolved, numbers);
        }
    }

    private Signal signal(AlertView alert) {
        return Signal.of(alert, usual::knows);
    }

    private void group(List<AlertView> delivered, Instant arrived, Map<Integer, Instant> resolved, Map<UUID, Integer> numbers) {
        Map<UUID, AlertView> byId = delivered.stream().collect(Collectors.toMap(AlertView::id, alert -> alert));
        groups(delivered, arrived).forEach((cluster, members) -> {
            List<AlertView> group = members.stream().map(joining -> byId.get(joining.signal().alert())).toList();
            PastIncident incident = incident(cluster, group);
            if (incident != null) {
                group.forEach(alert -> {
                    incident.take(alert, resolved);
                    numbers.put(alert.id(), incident.number());
                    if (rules.suppresses()) {
                        suppression.burns(alert, incident);
                    }
                });
                incident.today().forEach(covered::set);
            }
        });
        while (open.size() > MOST_OPEN) {
            close(byLast.first());
        }
    }

    private Map<Cluster, List<Joining>> groups(List<AlertView> delivered, Instant arrived) {
        boolean hosts = delivered.stream().map(alert -> Signal.of(alert, usual::knows)).anyMatch(each -> !each.hosts().isEmpty());
        ServiceGraph graph = hosts ? new ServiceGraph(edges, rules.hops()) : usual;
        List<Signal> signals = delivered.stream().map(alert -> Signal.of(alert, graph::knows)).toList();
        Instant from = signals.stream().map(Signal::startsAt).min(Instant::compareTo).orElse(Instant.EPOCH).minus(rules.reach());
        Instant to = signals.stream().map(Signal::startsAt).max(Instant::compareTo).orElse(Instant.EPOCH).plus(rules.reach());
        return new Correlator(rules, graph, near(from, to, arrived)).place(signals).stream()
                .collect(Collectors.groupingBy(Joining::cluster, LinkedHashMap::new, Collectors.toList()));
    }

    /** In the order in which they were opened. */
    private List<Cluster> near(Instant from, Instant to, Instant arrived) {
        var near = new ArrayList<PastIncident>();
        for (PastIncident incident : byLast.descendingSet()) {
            if (incident.last().isBefore(from)) {
                break;
            }
            if (!incident.first().isAfter(to) && !incident.resolvedBefore(arrived)) {
                near.add(incident);
            }
        }
        return near.stream().sorted(Comparator.comparing(PastIncident::number)).map(PastIncident::cluster).toList();
    }

    private PastIncident incident(Cluster cluster, List<AlertView> group) {
        if (cluster.incident() == null && group.stream().noneMatch(alert -> rules.opens(alert.severity()))) {
            quiet += group.size();
            return null;
        }
        int number = cluster.incident() != null ? cluster.incident() : ++made;
        Cluster remembered = Cluster.remembered(number, cluster.memory(rules));
        PastIncident incident = open.computeIfAbsent(number, fresh -> new PastIncident(fresh, remembered, group.get(0)));
        byLast.remove(incident);
        incident.remember(remembered);
        byLast.add(incident);
        return incident;
    }

    private void close(PastIncident incident) {
        open.remove(incident.number());
        byLast.remove(incident);
        closed.accept(incident.made());
    }

    /** No more alerts come. */
    Result finish() {
        new ArrayList<>(byLast).forEach(this::close);
        var missed = (BitSet) today.clone();
        missed.andNot(covered);
        return new Result(alerts, quiet, suppression.suppressed(), made, today.cardinality(), missed.cardinality(), missed.stream().limit(Result.KEPT).boxed().toList());
    }

    /**
     * What came of it.
     *
     * @param alerts how many were replayed
     * @param quiet those that opened and joined nothing
     * @param suppressed those whose upstream was the cause, until they were over
     * @param made incidents of the draft
     * @param today incidents that there really are
     * @param missed how many of today's have no alert that opened or joined one
     * @param missing their numbers, the first {@value #KEPT}
     */
    record Result(long alerts, long quiet, long suppressed, int made, int today, int missed, List<Integer> missing) {

        static final int KEPT = 1_000;

        /** One page goes out for each incident. */
        public int saved() {
            return today - made;
        }

        public String perIncident(int incidents) {
            return incidents == 0 ? "–" : String.format(java.util.Locale.ROOT, "%.1f", (double) (alerts - quiet - suppressed) / incidents);
        }
    }
}
