package com.srecopilot.incident.grouping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.srecopilot.alert.AlertView;

/**
 * What the grouping looks at of an alert.
 *
 * @param key its source and dedup key: the same one fires again and again
 * @param place where it hurts: a service, a machine, or, when neither is named, its title
 * @param hosts the machines it names besides
 * @param startsAt the sender's
 */
public record Signal(UUID alert, String key, String place, Set<String> hosts, Map<String, String> labels, Instant startsAt) {

    private static final List<String> HOST = List.of("node", "host", "hostname", "instance", "kubernetes_node", "nodename");
    /** What names a service deliberately; a Prometheus job merely names a way of watching. */
    private static final List<String> DELIBERATE = List.of("service", "service_name", "app", "application", "app_kubernetes_io_name",
            "k8s_app", "component", "deployment", "statefulset", "daemonset", "container");

    /** @param known whether the catalog has a service, or a machine that services depend on, of this name */
    public static Signal of(AlertView alert, Predicate<String> known) {
        var hosts = new TreeSet<String>();
        HOST.stream().map(alert.labels()::get).filter(name -> name != null && !name.isBlank()).map(Signal::withoutPort).forEach(hosts::add);
        String place = place(alert, hosts, known);
        hosts.remove(place);
        return new Signal(alert.id(), alert.source() + " " + alert.dedupKey(), place, hosts, alert.labels(), alert.startsAt());
    }

    private static String place(AlertView alert, Set<String> hosts, Predicate<String> known) {
        boolean byJob = alert.service().equals(alert.labels().get("job")) && DELIBERATE.stream().noneMatch(alert.labels()::containsKey);
        if (alert.service().isBlank() || byJob) {
            Stream<String> machines = hosts.stream().filter(host -> known.test(host) || machine(host));
            return machines.findFirst().orElse(alert.service().isBlank() ? "title:" + alert.title() : alert.service());
        }
        return alert.service();
    }

    private static String withoutPort(String instance) {
        return instance.replaceFirst(":\\d+$", "");
    }

    /** A name of its own, neither an address nor this machine to itself. */
    private static boolean machine(String host) {
        return !host.matches("[0-9.]+|\\[?[0-9a-f:]*:[0-9a-f:]*]?|localhost(\\..*)?");
    }
}
