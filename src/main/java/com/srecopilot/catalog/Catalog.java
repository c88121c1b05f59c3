package com.srecopilot.catalog;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;
import com.srecopilot.tenancy.ReadOnce;

/** The services of the current tenant and who calls whom. People describe them through {@link Registry}. */
@Service
@Transactional(readOnly = true)
public class Catalog {

    private static final String EDGES = """
            select caller.name as caller, callee.name as callee from dependencies d
            join services caller on caller.tenant_id = d.tenant_id and caller.id = d.caller_id
            join services callee on callee.tenant_id = d.tenant_id and callee.id = d.callee_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ServiceRows rows;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ReadOnce<String, Set<String>> dependencies = new ReadOnce<>(this::readDependencies);

    Catalog(JdbcClient jdbc, JdbcTemplate batches, ServiceRows rows, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
        this.clock = clock;
        this.events = events;
    }

    /** Finds a service by its name, or creates it as learned. Names are any text of 1 to 200 characters. */
    @Transactional
    public UUID learn(String name) {
        return learn(List.of(name)).get(name);
    }

    /** The same for many at once, in few statements. */
    @Transactional
    public Map<String, UUID> learn(Collection<String> names) {
        Map<String, UUID> known = ids(names);
        List<String> unknown = names.stream().filter(name -> !known.containsKey(name)).distinct().sorted().toList();
        if (unknown.isEmpty()) {
            return known;
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var fresh = new ArrayList<UUID>();
        batches.batchUpdate("insert into services (id, name, learned, created_at) values (?, ?, true, ?) on conflict do nothing",
                unknown, 1_000, (row, name) -> {
                    UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
                    fresh.add(id);
                    row.setObject(1, id);
                    row.setString(2, name);
                    row.setObject(3, now);
                });
        Map<String, UUID> all = ids(names);
        announce(fresh.stream().filter(all.values()::contains).toList(), unknown);
        return all;
    }

    /** Adds calls that were seen to happen; services that nobody knows yet are learned, those of a self-call not. */
    @Transactional
    public void learnCalls(Collection<Edge> calls) {
        Map<String, TreeSet<String>> byCaller = new TreeMap<>();
        calls.stream().filter(call -> !call.caller().equals(call.callee()))
                .forEach(call -> byCaller.computeIfAbsent(call.caller(), caller -> new TreeSet<>()).add(call.callee()));
        Map<String, UUID> ids = learn(byCaller.entrySet().stream().flatMap(each -> Stream.concat(Stream.of(each.getKey()), each.getValue().stream())).distinct().toList());
        byCaller.forEach((caller, callees) -> {
            Set<String> before = dependenciesOf(caller);
            int added = callees.stream().filter(callee -> !before.contains(callee))
                    .mapToInt(callee -> jdbc.sql("insert into dependencies (caller_id, callee_id) values (?, ?) on conflict do nothing")
                            .params(ids.get(caller), ids.get(callee)).update()).sum();
            if (added > 0) {
                callees.addAll(before);
                events.publishEvent(new CatalogEvent.DependenciesChanged(Actor.current().tenant(), ids.get(caller), Changes.of("depends_on", before, callees)));
            }
        });
    }

    private void announce(List<UUID> learned, List<String> names) {
        if (!learned.isEmpty()) {
            var changes = Changes.created(Map.of("names", names.stream().limit(50).toList()));
            events.publishEvent(new CatalogEvent.ServicesLearned(Actor.current().tenant(), learned, changes));
        }
    }

    public Optional<ServiceView> find(String name) {
        return rows.find(name).map(ServiceRows::view);
    }

    /** What is written about a service; nothing for one that is unknown. */
    public List<Runbook> runbooks(String name) {
        return rows.find(name).map(ServiceDetail::runbooks).orElse(List.of());
    }

    /** By name. */
    public List<ServiceView> all() {
        return rows.all().stream().map(ServiceRows::view).toList();
    }

    /** What it calls, by name. */
    public Set<String> dependenciesOf(String name) {
        return dependencies.get(name);
    }

    private Set<String> readDependencies(String caller) {
        return Collections.unmodifiableSet(new TreeSet<>(jdbc.sql(EDGES + "where caller.name = ?").param(caller)
                .query((row, number) -> row.getString("callee")).list()));
    }

    /** Who calls it, by name. */
    public Set<String> dependentsOf(String name) {
        return new TreeSet<>(jdbc.sql(EDGES + "where callee.name = ?").param(name)
                .query((row, number) -> row.getString("caller")).list());
    }

    public List<Edge> edges() {
        return jdbc.sql(EDGES + "order by 1, 2")
                .query((row, number) -> new Edge(row.getString("caller"), row.getString("callee"))).list();
    }

    private Map<String, UUID> ids(Collection<String> names) {
        var ids = new HashMap<String, UUID>();
        if (!names.isEmpty()) {
            batches.query(connection -> {
                var query = connection.prepareStatement("select name, id from services where name = any(?)");
                query.setArray(1, connection.createArrayOf("text", names.toArray()));
                return query;
            }, row -> {
                ids.put(row.getString("name"), row.getObject("id", UUID.class));
            });
        }
        return ids;
    }
}
