package com.srecopilot.telemetry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what services of the current tenant log: every line counts for its template and minute, a few of each are kept themselves. */
@Service
public class LogStore {

    private static final int LINES = 3;
    private static final int LONGEST = 2_000;
    private static final long MINUTE = 60_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Days days;
    private final LogKinds kinds;

    LogStore(JdbcClient jdbc, TransactionTemplate transaction, Days days, LogKinds kinds) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.days = days;
        this.kinds = kinds;
    }

    private record Minute(long kind, long minute) {
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
        long left = taken.isEmpty() ? 0 : keep(taken);
        if (left > 0) {
            refusals.put("there is no room for more than " + LogKinds.MOST + " kinds of log lines", left);
        }
        return new Stored(drafts.size() - refusals.values().stream().mapToLong(Long::longValue).sum(), 0, Map.copyOf(refusals));
    }

    /** @return how many lines there was no room for */
    private long keep(List<LogDraft> drafts) {
        days.open(drafts.stream().mapToLong(LogDraft::millis));
        long[] of = kinds.of(drafts);
        Map<Minute, List<LogDraft>> minutes = new HashMap<>();
        for (int i = 0; i < of.length; i++) {
            if (of[i] != LogKinds.NO_ROOM) {
                minutes.computeIfAbsent(new Minute(of[i], Math.floorDiv(drafts.get(i).millis(), MINUTE) * MINUTE), minute -> new ArrayList<>()).add(drafts.get(i));
            }
        }
        transaction.executeWithoutResult(status -> {
            insertMinutes(List.copyOf(minutes.entrySet()));
            insertLines(minutes.entrySet().stream().flatMap(each -> each.getValue().stream().limit(LINES).map(line -> Map.entry(each.getKey().kind(), line))).toList());
        });
        return drafts.size() - minutes.values().stream().mapToLong(List::size).sum();
    }

    private void insertMinutes(List<Map.Entry<Minute, List<LogDraft>>> minutes) {
        jdbc.sql("insert into log_minutes (minute, template_id, count) select to_timestamp(ms / 1000.0), id, n from unnest(:millis, :ids, :counts) as each(ms, id, n)")
                .param("millis", new SqlArray("int8", minutes.stream().mapToLong(each -> each.getKey().minute()).toArray()))
                .param("ids", new SqlArray("int8", minutes.stream().mapToLong(each -> each.getKey().kind()).toArray()))
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
