package com.srecopilot.incident.tape;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.ChangeView;
import com.srecopilot.catalog.Changes;
import com.srecopilot.identity.Cursor;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.tape.Tape.Mark;
import com.srecopilot.incident.work.LinkedChanges;

/** Reads what happened: of ten thousand entries only those that the strip has room for leave the database. */
@Component
class TapeEvents {

    private static final int CHANGE_WEIGHT = 7;
    /** Entries are counted by slot before any is looked at: only the one that stands for its slot is read in full. */
    private static final String MARKS = """
            with slots as (
                select width_bucket(date_part('epoch', at), :from, :to, 96) as slot, kind, case kind when 'state.changed' then data ->> 'state' end as state,
                    min(at) as at, count(*) as entries
                from timeline_entries where incident_id = :incident and kind not in ('alert.fired', 'alert.resolved') group by 1, 2, 3),
            weighed as (
                select *, case when state = 'resolved' then 10 else case kind when 'state.changed' then 8 when 'incident.opened' then 9 when 'hypothesis.validated' then 9
                    when 'hypothesis.rejected' then 6 when 'hypothesis.generated' then 5 when 'severity.changed' then 5
                    when 'comment.added' then 3 when 'incident.edited' then 1 when 'tags.changed' then 1 else 4 end end as weight from slots),
            places as (
                select *, sum(entries) over (partition by slot) as n, row_number() over (partition by slot order by weight desc, at) as place from weighed)
            select entry.id, entry.text, place.at, place.kind, place.state, weight, n, (place.at, entry.id) <= (
                    select at, id from timeline_entries where incident_id = :incident order by at desc, id desc offset :page limit 1) as older
            from places place cross join lateral (
                select id, text from timeline_entries where incident_id = :incident and at = place.at and kind = place.kind
                    and (place.state is null or data ->> 'state' = place.state) limit 1) entry
            where place.place = 1 order by place.at""";

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final Changes changes;
    private final LinkedChanges linked;

    TapeEvents(JdbcClient jdbc, Catalog catalog, Changes changes, LinkedChanges linked) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.changes = changes;
        this.linked = linked;
    }

    /** A state that was reached. */
    record Step(String state, Instant at) {
    }

    List<Step> states(UUID incident) {
        return jdbc.sql("""
                select data ->> 'state' as state, at from timeline_entries
                where incident_id = ? and kind = 'state.changed' and data ->> 'state' is not null order by at limit 100""")
                .param(incident).query((row, number) -> new Step(row.getString("state"), at(row))).list();
    }

    List<Mark> marks(IncidentView incident, TapeSpan span) {
        List<Mark> marks = new ArrayList<>(jdbc.sql(MARKS).param("incident", incident.id()).param("page", IncidentTimeline.PAGE)
                .param("from", span.from().toEpochMilli() / 1000.0).param("to", span.to().toEpochMilli() / 1000.0)
                .query((row, number) -> mark(incident.number(), row, span)).list());
        changes.between(path(incident), span.from(), span.to())
                .forEach(change -> marks.add(mark(change, span, change.at().isBefore(incident.detectedAt()))));
        return marks;
    }

    /** When the first of the changes that people have tied to it was made. */
    Optional<Instant> earliestLinkedChange(IncidentView incident, Instant since) {
        return linked.of(incident.id()).stream().flatMap(id -> changes.find(id).stream()).map(ChangeView::at)
                .filter(since::isBefore).min(Instant::compareTo);
    }

    private Set<String> path(IncidentView incident) {
        Set<String> path = new TreeSet<>(catalog.dependenciesOf(incident.serviceName()));
        path.add(incident.serviceName());
        return path;
    }

    private static Mark mark(int incident, ResultSet row, TapeSpan span) throws SQLException {
        String id = row.getString("id");
        String page = row.getBoolean("older") ? "?before=" + new Cursor(at(row).plusMillis(1), new UUID(0, 0)).text() : "";
        TapeGlyph glyph = TapeGlyph.of(row.getString("kind"), row.getString("state"));
        return new Mark("tape-" + id, at(row), span.at(at(row)), glyph.icon(), glyph.tone(), row.getString("text"),
                "/incidents/" + incident + page + "#timeline-" + id, row.getInt("weight"), false, false, row.getInt("n"));
    }

    private static Mark mark(ChangeView change, TapeSpan span, boolean before) {
        return new Mark("tape-" + change.id(), change.at(), span.at(change.at()), change.kind().equals("deployment") ? "rocket" : "sliders-horizontal",
                "primary", change.service() + " " + (change.version() == null ? "" : change.version()).strip(),
                "/services/" + change.service() + "#change-" + change.id(), CHANGE_WEIGHT, before, false, 1);
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toInstant();
    }
}
