package com.srecopilot.incident.grouping;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the grouping remembers of incidents, stored with them. */
@Component
public class Clusters {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    Clusters(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Those of open incidents that alerts of these times could join: what is resolved takes no more. */
    public List<Cluster> near(Instant from, Instant to, GroupingRules rules) {
        Duration effects = rules.window().plus(rules.perHop().multipliedBy(rules.hops()));
        return jdbc.sql("""
                select c.number, c.memory from incident_clusters c
                join incidents i on i.tenant_id = c.tenant_id and i.number = c.number
                where i.state <> 'resolved' and i.deleted_at is null and c.last_at >= :from and c.first_at <= :to order by c.number""")
                .param("from", utc(from.minus(longest(effects, rules.inactivity(), rules.sameKey()))))
                .param("to", utc(to.plus(longest(effects, rules.inactivity(), rules.sameKey()))))
                .query((row, number) -> Cluster.remembered(row.getInt("number"), json.readValue(row.getString("memory"), Cluster.Memory.class)))
                .list();
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

    private static Duration longest(Duration one, Duration two, Duration three) {
        Duration longer = one.compareTo(two) > 0 ? one : two;
        return longer.compareTo(three) > 0 ? longer : three;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
