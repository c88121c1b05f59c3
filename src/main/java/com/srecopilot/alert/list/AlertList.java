package com.srecopilot.alert.list;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertRow;
import com.srecopilot.alert.AlertView;
import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.Slice;

/** Alerts as their page and the API list them: in the order in which they were first received, newest first. */
@Service
@Transactional(readOnly = true)
class AlertList {

    private static final int OFFERED = 20;

    private final JdbcClient jdbc;
    private final AlertRow row;

    AlertList(JdbcClient jdbc, AlertRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /** One choice of a facet, and how many it would show under the other filters. */
    record Choice(String value, long count, boolean chosen) {
    }

    record Facets(List<Choice> status, List<Choice> severity, List<Choice> service, List<Choice> source, long total) {
    }

    /** How many alerts share these four values. */
    private record Tally(String status, String severity, String service, String source, long count) {

        private boolean shows(AlertFilter filter, String except) {
            return (except.equals("status") || chosen(filter.status(), status)) && (except.equals("severity") || chosen(filter.severity(), severity))
                    && (except.equals("service") || chosen(filter.service(), service)) && (except.equals("source") || chosen(filter.source(), source));
        }

        private static boolean chosen(Set<String> wanted, String value) {
            return wanted.isEmpty() || wanted.contains(value);
        }
    }

    AlertView get(UUID id) {
        return jdbc.sql("select * from alerts where id = ?").param(id).query(row::view).optional()
                .orElseThrow(() -> new NotFound("Alert " + id));
    }

    Slice<AlertView> page(AlertFilter filter, int limit, Cursor after) {
        return page(filter, limit, after, facets(filter).total());
    }

    Slice<AlertView> page(AlertFilter filter, int limit, Cursor after, long total) {
        Instant at = after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.at();
        UUID id = after == null ? new UUID(-1, -1) : after.id();
        List<AlertRow.Received> rows = jdbc.sql("select * from alerts where " + filter.condition()
                        + " and (received_at, id) < (:at, :id) order by received_at desc, id desc limit :limit")
                .params(filter.parameters()).param("at", at.atOffset(ZoneOffset.UTC)).param("id", id).param("limit", limit + 1)
                .query(row).list();
        return Slice.of(rows, limit, total, last -> new Cursor(last.at(), last.alert().id())).map(AlertRow.Received::alert);
    }

    /** Counted in one pass over an index; each facet under all filters but its own. */
    Facets facets(AlertFilter filter) {
        List<Tally> tallies = jdbc.sql("select status, severity, service, source_name, count(*) as n from alerts where true "
                        + filter.unfaceted() + " group by status, severity, service, source_name")
                .params(filter.parameters())
                .query((each, number) -> new Tally(each.getString("status"), each.getString("severity"), each.getString("service"),
                        each.getString("source_name"), each.getLong("n"))).list();
        long total = tallies.stream().filter(each -> each.shows(filter, "")).mapToLong(Tally::count).sum();
        return new Facets(
                fixed(AlertFilter.STATUSES, counts(tallies, filter, "status", Tally::status), filter.status()),
                fixed(AlertFilter.SEVERITIES, counts(tallies, filter, "severity", Tally::severity), filter.severity()),
                most(counts(tallies, filter, "service", Tally::service), filter.service()),
                most(counts(tallies, filter, "source", Tally::source), filter.source()), total);
    }

    /** The latest episodes of the same key, this one included. */
    List<AlertView> episodes(AlertView alert, int max) {
        return jdbc.sql("select * from alerts where source_id = ? and dedup_key = ? order by starts_at desc limit ?")
                .params(alert.source(), alert.dedupKey(), max).query(row::view).list();
    }

    private static Map<String, Long> counts(List<Tally> tallies, AlertFilter filter, String facet, Function<Tally, String> value) {
        var counts = new HashMap<String, Long>();
        tallies.stream().filter(each -> each.shows(filter, facet)).forEach(each -> counts.merge(value.apply(each), each.count, Long::sum));
        return counts;
    }

    private static List<Choice> fixed(List<String> values, Map<String, Long> counts, Set<String> chosen) {
        return values.stream().map(value -> new Choice(value, counts.getOrDefault(value, 0L), chosen.contains(value))).toList();
    }

    private static List<Choice> most(Map<String, Long> counts, Set<String> chosen) {
        var choices = new ArrayList<Choice>();
        chosen.forEach(value -> choices.add(new Choice(value, counts.getOrDefault(value, 0L), true)));
        counts.entrySet().stream().filter(each -> !chosen.contains(each.getKey()) && !each.getKey().isEmpty())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(OFFERED)
                .forEach(each -> choices.add(new Choice(each.getKey(), each.getValue(), false)));
        return choices.stream().sorted(Comparator.comparing(Choice::value)).toList();
    }
}
