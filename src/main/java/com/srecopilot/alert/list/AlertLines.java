package com.srecopilot.alert.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertRow;
import com.srecopilot.alert.AlertView;
import com.srecopilot.identity.Slice;
import com.srecopilot.search.Sorting;

/**
 * The list as people read it: an alert that fires again within a day, and again, is one line, its latest episode. The API
 * lists each.
 */
@Service
@Transactional(readOnly = true)
class AlertLines {

    /** So many episodes of a line are counted. */
    private static final int COUNTED = 1_000;
    /** In order first: only those that fill the page are asked what came later. */
    private static final String LINES = """
            select * from (select * from alerts where %s and %s order by %s offset 0) line
            where (select true from alerts later where later.source_id = line.source_id and later.dedup_key = line.dedup_key
                and later.starts_at > line.starts_at and later.starts_at <= line.starts_at + interval '1 day' and %s limit 1) is null
            limit :limit""";
    private static final String FLAPS = """
            select line.id, count(*) as n from unnest(:lines, :sources, :keys, cast(:starts as timestamptz[])) as line (id, source, key, start)
            cross join lateral (
                select sum(apart) over (order by starts_at desc) as pauses from (
                    select starts_at, case when lag(starts_at) over (order by starts_at desc) > starts_at + interval '1 day' then 1 else 0 end as apart
                    from (select starts_at from alerts where source_id = line.source and dedup_key = line.key and starts_at <= line.start and %s
                        order by starts_at desc limit :most) episodes) spaced) counted
            where pauses = 0 group by line.id having count(*) > 1""";

    private final JdbcClient jdbc;
    private final AlertRow row;

    AlertLines(JdbcClient jdbc, AlertRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /**
     * A page of the list.
     *
     * @param flaps how many episodes the filter shows of the key of each line that has several
     * @param shown alerts that these lines stand for
     */
    record Lines(Slice<AlertView> page, Map<UUID, Long> flaps, long shown) {
    }

    /**
     * What a later episode of the same key stands for is left out; the filter holds for both. It is asked line by line, by
     * index: as a join it would be planned over all alerts that match.
     */
    Lines page(AlertConditions conditions, AlertOrder order, int limit, AlertOrder.Place after, long total) {
        List<AlertRow.Received> rows = rows(conditions, order, after, limit + 1);
        List<AlertView> shown = rows.stream().limit(limit).map(AlertRow.Received::alert).toList();
        var page = new Slice<>(shown, rows.size() > limit ? order.place(rows.get(limit - 1)) : null, total);
        Map<UUID, Long> flaps = flaps(conditions, shown);
        return new Lines(page, flaps, shown.size() + flaps.values().stream().mapToLong(each -> each - 1).sum());
    }

    private List<AlertRow.Received> rows(AlertConditions conditions, AlertOrder order, AlertOrder.Place after, int limit) {
        var rows = new ArrayList<AlertRow.Received>();
        for (Sorting.Part part : order.parts(after)) {
            if (rows.size() < limit) {
                rows.addAll(jdbc.sql(LINES.formatted(conditions.of("alerts"), part.condition(), part.sorted(), conditions.of("later")))
                        .params(conditions.parameters()).params(order.parameters(after)).param("limit", limit - rows.size()).query(row).list());
            }
        }
        return rows;
    }

    private Map<UUID, Long> flaps(AlertConditions conditions, List<AlertView> lines) {
        var flaps = new HashMap<UUID, Long>();
        jdbc.sql(FLAPS.formatted(conditions.of("alerts"))).params(conditions.parameters()).param("most", COUNTED)
                .param("starts", lines.stream().map(line -> line.startsAt().toString()).toArray(String[]::new))
                .param("lines", lines.stream().map(AlertView::id).toArray(UUID[]::new))
                .param("sources", lines.stream().map(AlertView::source).toArray(UUID[]::new))
                .param("keys", lines.stream().map(AlertView::dedupKey).toArray(String[]::new))
                .query(each -> {
                    flaps.put(each.getObject("id", UUID.class), each.getLong("n"));
                });
        return flaps;
    }
}
