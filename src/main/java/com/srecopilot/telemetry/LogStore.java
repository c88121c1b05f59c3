package com.srecopilot.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what services of the current tenant log: every line counts for its template and minute, a few of each are kept themselves. */
@Service
public class LogStore {

    private static final int LINES = 3;
    private static final int LONGEST = 2_000;
    private static final int MOST_TEMPLATES = 20_000;
    private static final long MINUTE = 60_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Days days;
    private final Clock clock;

    LogStore(JdbcClient jdbc, TransactionTemplate transaction, Days days, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.days = days;
        this.clock = clock;
    }

    private record Template(String service, String severity, String template) {

        private UUID hash() {
            return Hash.of((service + '\0' + severity + '\0' + template).getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Minute(UUID template, long minute) {
    }

    /** All that could be kept is committed when this returns, unless a transaction is under way already. */
    public Stored write(Collection<LogDraft> drafts) {
        Days.Span kept = days.keptOfSpans();
        var refusals = new HashMap<String, Long>();
        var taken = new ArrayList<LogDraft>();
        for (LogDraft draft : drafts) {
            String refusal = kept.refusal(draft.millis());
            if (refusal == null) {
                taken.add(draft);
            } else {
                refusals.merge(refusal, 1L, Long::sum);
            }
        }
        if (!taken.isEmpty()) {
            days.open(taken.stream().mapToLong(LogDraft::millis));
            long left = transaction.execute(status -> insert(taken));
            if (left > 0) {
                refusals.put("there is no room for more than " + MOST_TEMPLATES + " kinds of log lines", left);
            }
        }
        return new Stored(drafts.size() - refusals.values().stream().mapToLong(Long::longValue).sum(), 0, Map.copyOf(refusals));
    }

    /** @return how many lines there was no room for */
    private long insert(List<LogDraft> drafts) {
        SortedMap<UUID, Template> templates = new TreeMap<>();
        Map<Minute, List<LogDraft>> minutes = new HashMap<>();
        for (LogDraft draft : drafts) {
            var template = new Template(draft.service(), draft.severity(), LogTemplate.of(draft.line()));
            UUID hash = template.hash();
            templates.put(hash, template);
            minutes.computeIfAbsent(new Minute(hash, Math.floorDiv(draft.millis(), MINUTE) * MINUTE), minute -> new ArrayList<>()).add(draft);
        }
        Map<UUID, Long> ids = ids(templates);
        minutes.keySet().removeIf(minute -> !ids.containsKey(minute.template()));
        insertMinutes(List.copyOf(minutes.entrySet()), ids);
        insertLines(minutes.entrySet().stream().flatMap(each -> each.getValue().stream().limit(LINES)
                .map(line -> Map.entry(ids.get(each.getKey().template()), line))).toList());
        return drafts.size() - minutes.values().stream().mapToLong(List::size).sum();
    }

    private Map<UUID, Long> ids(SortedMap<UUID, Template> templates) {
        OffsetDateTime hour = clock.instant().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
        Map<UUID, Long> known = known(templates.keySet(), hour);
        SortedMap<UUID, Template> unnoted = new TreeMap<>(templates);
        unnoted.keySet().removeAll(known.keySet());
        if (!unnoted.isEmpty() && jdbc.sql("select count(*) from log_templates").query(Long.class).single() < MOST_TEMPLATES) {
            note(unnoted, hour);
        }
        return unnoted.isEmpty() ? known : known(templates.keySet(), OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    }

    private Map<UUID, Long> known(Set<UUID> hashes, OffsetDateTime since) {
        var ids = new HashMap<UUID, Long>();
        jdbc.sql("select hash, id from log_templates where hash = any(?) and last_seen >= ?").params(new SqlArray("uuid", hashes.toArray(UUID[]::new)), since)
                .query(row -> {
                    ids.put(row.getObject("hash", UUID.class), row.getLong("id"));
                });
        return ids;
    }

    private void note(SortedMap<UUID, Template> templates, OffsetDateTime hour) {
        jdbc.sql("""
                insert into log_templates (hash, service, severity, template, first_seen, last_seen)
                select hash, service, severity, template, :hour, :hour from unnest(:hashes, :services, :severities, :templates) as each(hash, service, severity, template)
                on conflict (tenant_id, hash) do update set last_seen = excluded.last_seen where log_templates.last_seen < excluded.last_seen""")
                .param("hour", hour).param("hashes", new SqlArray("uuid", templates.keySet().toArray(UUID[]::new)))
                .param("services", texts(templates.values().stream().map(Template::service))).param("severities", texts(templates.values().stream().map(Template::severity)))
                .param("templates", texts(templates.values().stream().map(Template::template))).update();
    }

    private void insertMinutes(List<Map.Entry<Minute, List<LogDraft>>> minutes, Map<UUID, Long> ids) {
        jdbc.sql("insert into log_minutes (minute, template_id, count) select to_timestamp(ms / 1000.0), id, n from unnest(:millis, :ids, :counts) as each(ms, id, n)")
                .param("millis", new SqlArray("int8", minutes.stream().mapToLong(each -> each.getKey().minute()).toArray()))
                .param("ids", new SqlArray("int8", minutes.stream().mapToLong(each -> ids.get(each.getKey().template())).toArray()))
                .param("counts", new SqlArray("int8", minutes.stream().mapToLong(each -> each.getValue().size()).toArray())).update();
    }

    private void insertLines(List<Map.Entry<Long, LogDraft>> lines) {
        jdbc.sql("""
                insert into log_lines (at, template_id, service, line) select to_timestamp(ms / 1000.0), id, service, line
                from unnest(:millis, :ids, :services, :lines) as each(ms, id, service, line)""")
                .param("millis", new SqlArray("int8", lines.stream().mapToLong(each -> each.getValue().millis()).toArray()))
                .param("ids", new SqlArray("int8", lines.stream().mapToLong(Map.Entry::getKey).toArray()))
                .param("services", texts(lines.stream().map(each -> each.getValue().service())))
                .param("lines", texts(lines.stream().map(each -> shortened(each.getValue().line())))).update();
    }

    private static String shortened(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static SqlArray texts(Stream<String> texts) {
        return new SqlArray("text", texts.toArray(String[]::new));
    }
}
