package com.srecopilot.incident.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** Posts status updates and finds them again. They are never changed: a correction is another one. */
@Service
public class StatusUpdates {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    private static final Duration FURTHEST = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final IncidentTimeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StatusUpdates(JdbcClient jdbc, Incidents incidents, IncidentTimeline timeline, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param next by when there will be another one, or null
     * @throws Invalid when the state is unknown, the text empty or too long, or the time not within the next 30 days
     */
    @Transactional
    public StatusUpdate post(int number, String state, String text, Instant next) {
        IncidentView incident = incidents.get(number);
        var update = new StatusUpdate(UUID.randomUUID(), clock.instant(), Actor.current().name(), state, text == null ? "" : text.strip(), next);
        mustBeSayable(update);
        jdbc.sql("insert into status_updates (id, incident_id, state, text, next_at, at, author) values (?, ?, ?, ?, ?, ?, ?)")
                .params(update.id(), incident.id(), state, update.text(), utc(next), utc(update.at()), update.author()).update();
        timeline.tell(number, Telling.of(TimelineKind.STATUS_UPDATED, "Status update: " + state).with("note", update.text())
                .with("status", state).with("next_update_at", next == null ? null : next.toString()));
        events.publishEvent(new IncidentEvent.StatusUpdated(Actor.current().tenant(), number, Changes.of("status", null, state)));
        return update;
    }

    private static void mustBeSayable(StatusUpdate update) {
        if (update.state() == null || !StatusUpdate.STATES.contains(update.state())) {
            throw new Invalid("state", "is one of " + String.join(", ", StatusUpdate.STATES));
        }
        if (update.text().isEmpty() || update.text().length() > StatusUpdate.LONGEST) {
            throw new Invalid("text", "has 1 to " + StatusUpdate.LONGEST + " characters; this has " + update.text().length());
        }
        Instant next = update.nextUpdateAt();
        if (next != null && (!next.isAfter(update.at()) || next.isAfter(update.at().plus(FURTHEST)))) {
            throw new Invalid("next_update_at", "lies within the next 30 days");
        }
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Slice<StatusUpdate> of(int number, String cursor, int limit) {
        UUID incident = incidents.get(number).id();
        Cursor from = Cursor.parse(cursor).orElse(NEWEST);
        List<StatusUpdate> found = jdbc.sql("""
                select * from status_updates where incident_id = ? and (at, id) < (?, ?) order by at desc, id desc limit ?""")
                .params(incident, utc(from.at()), from.id(), limit + 1).query(StatusUpdates::update).list();
        long total = jdbc.sql("select count(*) from status_updates where incident_id = ?").param(incident).query(Long.class).single();
        return Slice.of(found, limit, total, update -> new Cursor(update.at(), update.id()));
    }

    private static StatusUpdate update(ResultSet row, int index) throws SQLException {
        OffsetDateTime next = row.getObject("next_at", OffsetDateTime.class);
        return new StatusUpdate(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("author"),
                row.getString("state"), row.getString("text"), next == null ? null : next.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
