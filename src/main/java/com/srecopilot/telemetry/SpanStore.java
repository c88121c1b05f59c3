package com.srecopilot.telemetry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.tenancy.Actor;

/** Keeps spans of the current tenant; {@link EdgeLinks} makes calls of them. One that comes twice is kept once. */
@Service
public class SpanStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Days days;
    private final SpanBudget budget;
    private final Clock clock;
    private final Map<UUID, Instant> written = new ConcurrentHashMap<>();

    SpanStore(JdbcClient jdbc, TransactionTemplate transaction, Days days, SpanBudget budget, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.days = days;
        this.budget = budget;
        this.clock = clock;
    }

    private record Weighed(SpanDraft span, int weight, boolean awaitsParent) {
    }

    /** All that could be kept is committed when this returns, unless a transaction is under way already. */
    public Stored write(Collection<SpanDraft> drafts) {
        Days.Span kept = days.keptOfSpans();
        var refusals = new HashMap<String, Long>();
        var taken = new ArrayList<SpanDraft>();
        for (SpanDraft draft : drafts) {
            String refusal = kept.refusal(Math.floorDiv(draft.startMicros(), 1_000L));
            if (refusal == null) {
                taken.add(draft);
            } else {
                refusals.merge(refusal, 1L, Long::sum);
            }
        }
        List<Weighed> weighed = weighed(taken);
        if (!weighed.isEmpty()) {
            days.open(weighed.stream().mapToLong(each -> Math.floorDiv(each.span().startMicros(), 1_000L)));
            transaction.executeWithoutResult(status -> insert(weighed));
            written.put(Actor.current().tenant(), clock.instant());
        }
        return new Stored(taken.size(), 0, Map.copyOf(refusals));
    }

    /** Tenants of which this node has taken spans since then. */
    List<UUID> writtenSince(Instant since) {
        return written.entrySet().stream().filter(each -> each.getValue().isAfter(since)).map(Map.Entry::getKey).toList();
    }

    /** A parent that comes along with its child, of the same service, is no call: nobody needs to look for it later. */
    private List<Weighed> weighed(List<SpanDraft> taken) {
        UUID tenant = Actor.current().tenant();
        Map<List<Object>, String> services = new HashMap<>();
        taken.forEach(span -> services.put(List.of(span.traceId(), span.spanId()), span.service()));
        return taken.stream().map(span -> {
            boolean within = span.parentId() == null || span.service().equals(services.get(List.of(span.traceId(), span.parentId())));
            return new Weighed(span, (int) Math.min(Integer.MAX_VALUE, (long) budget.weigh(tenant, span.traceId()) * span.stands()), !within);
        }).filter(each -> each.weight() > 0).sorted(Comparator.comparing((Weighed each) -> each.span().traceId()).thenComparing(each -> each.span().spanId())).toList();
    }

    private void insert(List<Weighed> spans) {
        jdbc.sql("""
                insert into spans (at, received_at, trace_id, span_id, parent_id, micros, weight, failed, client, awaits_parent, awaits_child, service, operation, peer)
                select to_timestamp(start / 1e6), :now, trace, span, parent, micros, weight, failed, client, awaits, client and peer is not null, service, operation, peer
                from unnest(:starts, :traces, :spans, :parents, :micros, :weights, :failures, :clients, :awaits, :services, :operations, :peers)
                    as each(start, trace, span, parent, micros, weight, failed, client, awaits, service, operation, peer)
                on conflict do nothing""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("starts", column("int8", spans, each -> each.span().startMicros())).param("traces", column("uuid", spans, each -> each.span().traceId()))
                .param("spans", column("int8", spans, each -> each.span().spanId())).param("parents", column("int8", spans, each -> each.span().parentId()))
                .param("micros", column("int8", spans, each -> each.span().micros())).param("weights", column("int4", spans, Weighed::weight))
                .param("failures", column("bool", spans, each -> each.span().failed())).param("clients", column("bool", spans, each -> each.span().client()))
                .param("awaits", column("bool", spans, Weighed::awaitsParent)).param("services", column("text", spans, each -> each.span().service()))
                .param("operations", column("text", spans, each -> each.span().operation())).param("peers", column("text", spans, each -> each.span().peer()))
                .update();
    }

    private static SqlArray column(String type, List<Weighed> spans, Function<Weighed, Object> value) {
        return new SqlArray(type, spans.stream().map(value).toArray());
    }
}
