package com.srecopilot.incident.grouping;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.tenancy.Actor;

/** What the grouping remembers of incidents, stored with them. */
@Component
public class Clusters {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    /** By tenant and number. */
    private final Map<UUID, Map<Integer, Known>> known = new ConcurrentHashMap<>();

    Clusters(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Those of open incidents that these alerts could join or explain: what is resolved takes no more. */
    public List<Cluster> near(Collection<Signal> signals, ServiceGraph graph, GroupingRules rules) {
        graph.learn(signals);
        Set<String> places = graph.around(signals);
        Set<String> labels = signals.stream().map(signal -> Correlator.agreement(signal, rules)).filter(Objects::nonNull).collect(Collectors.toSet());
        return remembered(versions(signals, rules)).entrySet().stream()
                .filter(known -> known.getValue().memory.places().keySet().stream().anyMatch(places::contains)
                        || known.getValue().memory.together().keySet().stream().anyMatch(labels::contains))
                .map(known -> Cluster.remembered(known.getKey(), known.getValue().memory)).toList();
    }

    /** Which row of each cluster is the current one; a transaction may write several of them. */
    private Map<Integer, String> versions(Collection<Signal> signals, GroupingRules rules) {
        var reach = rules.reach();
        Map<Integer, String> versions = new LinkedHashMap<>();
        jdbc.sql("""
                select c.number, c.xmin::text || c.ctid::text as version from incident_clusters c
                join incidents i on i.tenant_id = c.tenant_id and i.number = c.number
                where i.state <> 'resolved' and i.deleted_at is null and c.last_at >= :from and c.first_at <= :to order by c.number""")
                .param("from", utc(signals.stream().map(Signal::startsAt).min(Instant::compareTo).orElse(Instant.EPOCH).minus(reach)))
                .param("to", utc(signals.stream().map(Signal::startsAt).max(Instant::compareTo).orElse(Instant.EPOCH).plus(reach)))
                .query(row -> {
                    versions.put(row.getInt("number"), row.getString("version"));
                });
        return versions;
    }

    /** Reads only what has changed since it was last read; a row that was rolled back has another version than was kept. */
    private Map<Integer, Known> remembered(Map<Integer, String> versions) {
        Map<Integer, Known> before = known.getOrDefault(Actor.current().tenant(), Map.of());
        Map<Integer, Known> now = new LinkedHashMap<>();
        versions.forEach((number, version) -> now.put(number, before.get(number)));
        Integer[] missing = versions.entrySet().stream().filter(each -> now.get(each.getKey()) == null || !now.get(each.getKey()).version.equals(each.getValue()))
                .map(Map.Entry::getKey).toArray(Integer[]::new);
        jdbc.sql("select number, xmin::text || ctid::text as version, memory from incident_clusters where number = any(:numbers)").param("numbers", missing).query(row -> {
            now.put(row.getInt("number"), new Known(row.getString("version"), json.readValue(row.getString("memory"), Cluster.Memory.class)));
        });
        known.put(Actor.current().tenant(), now);
        return now;
    }

    private record Known(String version, Cluster.Memory memory) {
    }

    /** @param clusters by number of their incident */
    public void remember(Map<Integer, Cluster> clusters, GroupingRules rules) {
        batches.batchUpdate("""
                insert into incident_clusters (number, first_at, last_at, memory) values (?, ?, ?, ?::jsonb)
                on conflict (tenant_id, number) do update set first_at = excluded.first_at, last_at = excluded.last_at, memory = excluded.memory""",
                clusters.entrySet(), 1_000, (row, entry) -> {
                    Cluster cluster = entry.getValue();
                    Instant first = cluster.places().values().stream().map(Cluster.Span::first).min(Instant::compareTo).orElse(cluster.start());
                    row.setInt(1, entry.getKey());
                    row.setObject(2, utc(first));
                    row.setObject(3, utc(cluster.last()));
                    row.setString(4, json.writeValueAsString(cluster.memory(cluster.last().minus(rules.sameKey()))));
                });
    }

    /** From now on what would have joined the one joins the other. */
    public void merge(int from, int into, GroupingRules rules) {
        stored(from).ifPresent(old -> {
            Cluster both = Cluster.remembered(into, stored(into).orElse(old));
            both.merge(Cluster.remembered(from, old));
            remember(Map.of(into, both), rules);
        });
    }

    /** What people took out of one and put into the other keeps to the other; what is left keeps to the one. */
    public void split(int from, Collection<Signal> left, int into, Collection<Signal> taken, GroupingRules rules) {
        Signal first = taken.stream().min(Comparator.comparing(Signal::startsAt)).orElseThrow();
        Cluster fresh = Cluster.remembered(into, Cluster.around(first).memory(Instant.MIN));
        taken.forEach(signal -> fresh.take(signal, rules));
        Map<Integer, Cluster> both = new LinkedHashMap<>(Map.of(into, fresh));
        stored(from).ifPresent(memory -> {
            Cluster old = Cluster.remembered(from, memory);
            old.refuse(taken.stream().map(Signal::key).collect(Collectors.toSet()));
            fresh.refuse(left.stream().map(Signal::key).filter(key -> !fresh.keys().containsKey(key)).collect(Collectors.toSet()));
            both.put(from, old);
        });
        remember(both, rules);
    }

    private Optional<Cluster.Memory> stored(int incident) {
        return jdbc.sql("select memory from incident_clusters where number = ?").param(incident)
                .query((row, index) -> json.readValue(row.getString("memory"), Cluster.Memory.class)).optional();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
