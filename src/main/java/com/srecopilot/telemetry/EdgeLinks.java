package com.srecopilot.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.Edge;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/**
 * Makes calls of spans: the halves of one come from two services, in any order. A span whose parent belongs to another
 * service is a call of that one; a client's span that nobody answered for is a call of the peer that it names, such as a
 * database. What is called for the first time is learned by the catalog.
 */
@Component
class EdgeLinks {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration UNANSWERED = Duration.ofSeconds(20);
    private static final int BATCH = 20_000;
    private static final int MOST_EDGES = 5_000;

    private static final String COUNT = """
            , buckets as (
                select date_trunc('minute', at) as minute, caller, callee, floor(8 * log(2, greatest(micros, 1)))::smallint bucket,
                    sum(weight)::bigint n, coalesce(sum(weight) filter (where failed), 0)::bigint bad
                from done where caller <> callee group by 1, 2, 3, 4),
            counted as (
                insert into edge_minutes (minute, caller, callee, count, errors, buckets, counts)
                select minute, caller, callee, sum(n), sum(bad), array_agg(bucket order by bucket), array_agg(n order by bucket) from buckets group by 1, 2, 3)
            select distinct caller, callee from buckets""";
    private static final String WITH_PARENT = """
            with found as (
                select c.trace_id, c.span_id, c.at, c.weight, p.service caller, c.service callee, c.failed or p.client and p.failed failed,
                    case when p.client then p.micros else c.micros end micros
                from spans c join lateral (
                    select service, client, failed, micros from spans where tenant_id = c.tenant_id and trace_id = c.trace_id and span_id = c.parent_id
                    and at between c.at - interval '1 hour' and c.at + interval '1 hour' limit 1) p on true
                where c.awaits_parent and c.received_at > :since limit :most),
            done as (
                update spans s set awaits_parent = false from found f
                where s.trace_id = f.trace_id and s.span_id = f.span_id and s.at = f.at and s.awaits_parent returning f.*)
            """ + COUNT;
    private static final String UNANSWERED_CLIENTS = """
            with done as (
                update spans s set awaits_child = false
                where s.awaits_child and s.received_at > :since and s.received_at < :before
                returning s.at, s.weight, s.service caller, s.failed, s.micros, s.trace_id, s.span_id,
                    case when exists (select from spans c where c.tenant_id = s.tenant_id and c.trace_id = s.trace_id and c.parent_id = s.span_id and c.service <> s.service)
                    then s.service else s.peer end callee)
            """ + COUNT;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SpanStore spans;
    private final Tenants tenants;
    private final Catalog catalog;
    private final Clock clock;
    private final Map<UUID, Set<Edge>> learned = new ConcurrentHashMap<>();
    /** After a start all tenants are looked at once: their spans may have come before it. */
    private boolean looked;

    EdgeLinks(JdbcClient jdbc, TransactionTemplate transaction, SpanStore spans, Tenants tenants, Catalog catalog, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.spans = spans;
        this.tenants = tenants;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Each node for the tenants whose spans it takes. */
    @Scheduled(initialDelayString = "12s", fixedDelayString = "5s")
    void follow() {
        Instant now = clock.instant();
        List<UUID> waiting = looked ? spans.writtenSince(now.minus(PATIENCE)) : tenants.ids();
        waiting.forEach(tenant -> Actor.system(tenant, "telemetry").run(() -> link(now)));
        looked = true;
    }

    /** For the current tenant. */
    void link(Instant now) {
        OffsetDateTime since = utc(now.minus(PATIENCE));
        List<Edge> seen = transaction.execute(status -> Stream.concat(
                edges(jdbc.sql(WITH_PARENT).param("since", since).param("most", BATCH)),
                edges(jdbc.sql(UNANSWERED_CLIENTS).param("since", since).param("before", utc(now.minus(UNANSWERED))))).toList());
        learn(seen);
    }

    /** Once on each node; what people remove from the catalog while it is still called returns with the next start. */
    private void learn(List<Edge> seen) {
        Set<Edge> known = learned.computeIfAbsent(Actor.current().tenant(), tenant -> new HashSet<>());
        List<Edge> fresh = seen.stream().filter(edge -> !known.contains(edge)).limit(Math.max(0, MOST_EDGES - known.size())).toList();
        if (!fresh.isEmpty()) {
            catalog.learnCalls(fresh);
            known.addAll(fresh);
        }
    }

    private static Stream<Edge> edges(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> new Edge(row.getString("caller"), row.getString("callee"))).list().stream();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
