package com.srecopilot.alert.list;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertRow;
import com.srecopilot.alert.AlertView;
import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.Slice;

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
            select * from (select * from alerts where %s and (received_at, id) < (:at, :id) order by received_at desc, id desc offset 0) line
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
    Lines page(AlertConditions conditions, int limit, Cursor after, long total) {
        Instant at = after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.at();
        UUID id = after == null ? new UUID(-1, -1) : after.id();
        List<AlertRow.Received> rows = jdbc.sql(LINES.formatted(conditions.of("alerts"), conditions.of("later")))
                .params(conditions.parameters()).param("at", at.atOffset(ZoneOffset.UTC)).param("id", id).param("limit", limit + 1).query(row).list();
        Slice<AlertView> page = Slice.of(rows, limit, total, last -> new Cursor(last.at(), last.alert().id())).map(AlertRow.Received::alert);
        Map<UUID, Long> flaps = flaps(conditions, page.items());
        return new Lines(page, flaps, page.items().size() + flaps.values().stream().mapToLong(each -> each - 1).sum());
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
