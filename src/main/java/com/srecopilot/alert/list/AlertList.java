package com.srecopilot.alert.list;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertRow;
import com.srecopilot.alert.AlertView;
import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.Slice;
import com.srecopilot.search.Texts;
import com.srecopilot.tenancy.FacetCounts;

/** Alerts as their page and the API list them: in the order in which they were first received, newest first. */
@Service
@Transactional(readOnly = true)
class AlertList {

    private static final int OFFERED = 20;

    private final JdbcClient jdbc;
    private final AlertRow row;
    private final AlertTallies tallies;
    private final Texts texts;

    AlertList(JdbcClient jdbc, AlertRow row, AlertTallies tallies, Texts texts) {
        this.jdbc = jdbc;
        this.row = row;
        this.tallies = tallies;
        this.texts = texts;
    }

    /** One choice of a facet, and how many it would show under the other filters. */
    record Choice(String value, long count, boolean chosen) {
    }

    /** @param atLeast whether only the newest were counted */
    record Facets(List<Choice> status, List<Choice> severity, List<Choice> service, List<Choice> source, long total, boolean atLeast) {
    }

    AlertConditions conditions(AlertFilter filter) {
        return new AlertConditions(filter, texts.match("alert", filter.q(), filter.label()));
    }

    AlertView get(UUID id) {
        return jdbc.sql("select * from alerts where id = ?").param(id).query(row::view).optional()
                .orElseThrow(() -> new NotFound("Alert " + id));
    }

    /** For programs: each episode, and as many as there are. */
    Slice<AlertView> page(AlertFilter filter, int limit, Cursor after) {
        AlertConditions conditions = conditions(filter);
        Instant at = after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.at();
        UUID id = after == null ? new UUID(-1, -1) : after.id();
        List<AlertRow.Received> rows = jdbc.sql("select * from alerts where " + conditions.of("alerts")
                        + " and (received_at, id) < (:at, :id) order by received_at desc, id desc limit :limit")
                .params(conditions.parameters()).param("at", at.atOffset(ZoneOffset.UTC)).param("id", id).param("limit", limit + 1)
                .query(row).list();
        return Slice.of(rows, limit, tallies.all(conditions).total(), last -> new Cursor(last.at(), last.alert().id())).map(AlertRow.Received::alert);
    }

    /** Each facet under all filters but its own. */
    Facets facets(AlertConditions conditions) {
        AlertFilter filter = conditions.filter();
        FacetCounts counts = tallies.newest(conditions);
        return new Facets(fixed(AlertFilter.STATUSES, counts.facets().get("status"), filter.status()),
                fixed(AlertFilter.SEVERITIES, counts.facets().get("severity"), filter.severity()),
                most(counts.facets().get("service"), filter.service()), most(counts.facets().get("source"), filter.source()), counts.total(), counts.atLeast());
    }

    /** The latest episodes of the same key, this one included. */
    List<AlertView> episodes(AlertView alert, int max) {
        return jdbc.sql("select * from alerts where source_id = ? and dedup_key = ? order by starts_at desc limit ?")
                .params(alert.source(), alert.dedupKey(), max).query(row::view).list();
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
