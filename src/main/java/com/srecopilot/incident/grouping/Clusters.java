package com.srecopilot.incident.grouping;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the grouping remembers of incidents, stored with them. */
@Component
public class Clusters {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Clusters(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those of open incidents that alerts of these times could join: what is resolved takes no more. */
    public List<Cluster> near(Instant from, Instant to, GroupingRules rules) {
        return jdbc.sql("""
                select c.number, c.memory from incident_clusters c
                join incidents i on i.tenant_id = c.tenant_id and i.number = c.number
                where i.state <> 'resolved' and i.deleted_at is null and c.last_at >= :from and c.first_at <= :to order by c.number""")
                .param("from", utc(from.minus(rules.reach())))
                .param("to", utc(to.plus(rules.reach())))
                .query((row, number) -> Cluster.remembered(row.getInt("number"), json.readValue(row.getString("memory"), Cluster.Memory.class)))
                .list();
    }

    public void remember(int incident, Cluster cluster, GroupingRules rules) {
        jdbc.sql("""
                insert into incident_clusters (number, first_at, last_at, memory) values (?, ?, ?, ?::jsonb)
                on conflict (tenant_id, number) do update set first_at = excluded.first_at, last_at = excluded.last_at, memory = excluded.memory""")
                .params(incident, utc(cluster.first()), utc(cluster.last()), json.writeValueAsString(cluster.memory(rules)))
                .update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
