package com.srecopilot.incident.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.search.Match;
import com.srecopilot.search.Sorting;
import com.srecopilot.search.Texts;
import com.srecopilot.tenancy.FacetCounts;

/** The list of incidents: open ones first, both halves in the order asked for; with counts beside it. */
@Service
public class IncidentSearch {

    private final JdbcClient jdbc;
    private final IncidentTallies tallies;
    private final Texts texts;

    IncidentSearch(JdbcClient jdbc, IncidentTallies tallies, Texts texts) {
        this.jdbc = jdbc;
        this.tallies = tallies;
        this.texts = texts;
    }

    /** A page of the list. @param counts over all of its pages */
    record Found(List<IncidentView> items, String nextCursor, FacetCounts counts) {

        /** At least as many as are shown, even where only the newest were counted. */
        public long total() {
            return Math.max(items.size(), counts.total());
        }
    }

    /** @param cursor as a former page gave it, or null for the first */
    @Transactional(readOnly = true)
    Found page(IncidentFilter filter, IncidentOrder order, String cursor, int limit) {
        Match match = match(filter);
        List<IncidentView> found = inOrder(IncidentConditions.of(filter, match), order, IncidentCursor.parse(cursor), limit + 1);
        List<IncidentView> items = found.subList(0, Math.min(limit, found.size()));
        return new Found(items, found.size() > limit ? IncidentCursor.after(items.get(limit - 1), order) : null, tallies.newest(filter, match));
    }

    /** The first ones of the list. */
    @Transactional(readOnly = true)
    public List<IncidentView> first(IncidentFilter filter, int limit) {
        return inOrder(IncidentConditions.of(filter, match(filter)), IncidentOrder.NEWEST, null, limit);
    }

    private List<IncidentView> inOrder(IncidentConditions conditions, IncidentOrder order, IncidentCursor cursor, int limit) {
        IncidentConditions from = conditions.from(cursor, order);
        var found = new ArrayList<IncidentView>();
        for (Sorting.Part part : order.parts(cursor)) {
            if (found.size() < limit) {
                found.addAll(from.bind(jdbc.sql("select * from incidents i where " + from.sql() + " and " + part.condition()
                        + " order by " + part.sorted() + " limit " + (limit - found.size()))).query(IncidentSearch::view).list());
            }
        }
        return found;
    }

    /** The order that programs page through: newest first, whatever the state. */
    @Transactional(readOnly = true)
    public Slice<IncidentView> newestFirst(IncidentFilter filter, String cursor, int limit) {
        Match match = match(filter);
        IncidentConditions page = IncidentConditions.of(filter, match).before(Cursor.parse(cursor).orElse(null));
        List<IncidentView> found = page.bind(jdbc.sql("select * from incidents i where " + page.sql()
                + " order by detected_at desc, id desc limit " + (limit + 1))).query(IncidentSearch::view).list();
        return Slice.of(found, limit, tallies.all(filter, match).total(), incident -> new Cursor(incident.detectedAt(), incident.id()));
    }

    /** How many there are of each state, severity, service or assignee, under the other filters; and in all. */
    @Transactional(readOnly = true)
    public FacetCounts counts(IncidentFilter filter) {
        return tallies.all(filter, match(filter));
    }

    Match match(IncidentFilter filter) {
        return texts.match("incident", filter.q(), List.of());
    }

    private static IncidentView view(ResultSet row, int index) throws SQLException {
        return new IncidentView(row.getObject("id", UUID.class), row.getInt("number"), row.getString("title"),
                row.getString("description"), row.getString("severity"), row.getString("state"), row.getString("service_name"),
                row.getObject("assignee_id", UUID.class), List.of((String[]) row.getArray("tags").getArray()),
                instant(row, "detected_at"), instant(row, "acknowledged_at"), instant(row, "resolved_at"),
                row.getInt("alerts_total"), row.getInt("alerts_firing"), row.getInt("hypotheses"), row.getInt("version"),
                row.getBoolean("restricted"), row.getInt("audience"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
