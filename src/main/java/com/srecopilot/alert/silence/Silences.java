package com.srecopilot.alert.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.NotFound;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** Silences and maintenance windows of the current tenant. */
@Service
@Transactional
public class Silences {

    private final JdbcClient jdbc;
    private final SilencedAlerts alerts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Silences(JdbcClient jdbc, SilencedAlerts alerts, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.alerts = alerts;
        this.events = events;
        this.clock = clock;
    }

    /** All that were not over a day ago: an alert may arrive late. */
    @Transactional(readOnly = true)
    public SilencesInForce inForce() {
        return new SilencesInForce(jdbc.sql("""
                select * from silences where (ended_at is null or ended_at > :recent)
                    and (cardinality(days) > 0 or starts_at + make_interval(mins => minutes) > :recent)""")
                .param("recent", utc(clock.instant().minus(Duration.ofDays(1)))).query((row, number) -> silence(row)).list());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    List<SilenceRow> rows(String kind, int most) {
        Instant now = clock.instant();
        Map<UUID, Long> suppressed = alerts.counts();
        return jdbc.sql("select * from silences where kind = ? order by created_at desc, id desc limit ?").params(kind, most)
                .query((row, number) -> SilenceRow.of(silence(row), now, suppressed)).list();
    }

    /** A silence from now on. @param matchers one a line */
    public UUID create(String matchers, String comment, int minutes) {
        return create("silence", new SilenceForm(matchers, comment, "", minutes, "UTC", List.of()));
    }

    /** Takes effect at once, also on what fires already. @throws com.srecopilot.identity.Invalid naming what can't be */
    UUID create(String kind, SilenceForm form) {
        Matchers matchers = Matchers.parse(form.matchers());
        ZoneId zone = form.zoneId();
        LocalDateTime local = form.start();
        Instant now = clock.instant();
        var silence = new Silence(UuidVersion7Strategy.INSTANCE.generateUuid(null), kind, matchers, form.comment().strip(),
                local == null ? now : local.atZone(zone).toInstant(), Duration.ofMinutes(form.minutes()), zone, form.weekdays(), null,
                Actor.current().name());
        insert(silence, now);
        events.publishEvent(new SilenceEvent.Created(Actor.current().tenant(), silence.id(),
                Changes.created(Map.of("kind", kind, "matchers", matchers.toString(), "comment", silence.comment(), "minutes", form.minutes()))));
        if (silence.activeAt(now)) {
            alerts.suppress(silence);
        }
        return silence.id();
    }

    /** What it kept silent calls again, if it still fires. */
    void end(UUID id) {
        int ended = jdbc.sql("update silences set ended_at = ? where id = ? and ended_at is null").params(utc(clock.instant()), id).update();
        if (ended == 0 && jdbc.sql("select 1 from silences where id = ?").param(id).query(Integer.class).optional().isEmpty()) {
            throw new NotFound("Silence " + id);
        }
        if (ended > 0) {
            events.publishEvent(new SilenceEvent.Ended(Actor.current().tenant(), id, Changes.NONE));
            keepTime();
        }
    }

    /** Begins what has become due and lifts what is over. */
    void keepTime() {
        Instant now = clock.instant();
        List<Silence> current = jdbc.sql("select * from silences where ended_at is null").query((row, number) -> silence(row)).list();
        Set<UUID> active = current.stream().filter(silence -> silence.activeAt(now)).map(Silence::id).collect(Collectors.toSet());
        alerts.lift(alerts.counts().keySet().stream().filter(id -> !active.contains(id)).toList());
        current.stream().filter(silence -> active.contains(silence.id())).forEach(alerts::suppress);
    }

    private void insert(Silence silence, Instant now) {
        jdbc.sql("""
                insert into silences (id, kind, matchers, comment, starts_at, minutes, zone, days, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(silence.id(), silence.kind(), silence.matchers().toString(), silence.comment(), utc(silence.startsAt()),
                        silence.length().toMinutes(), silence.zone().getId(), silence.days().toArray(Integer[]::new), silence.createdBy(), utc(now))
                .update();
    }

    private static Silence silence(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Silence(row.getObject("id", UUID.class), row.getString("kind"), Matchers.parse(row.getString("matchers")), row.getString("comment"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(), Duration.ofMinutes(row.getInt("minutes")), ZoneId.of(row.getString("zone")),
                Set.of((Integer[]) row.getArray("days").getArray()), ended == null ? null : ended.toInstant(), row.getString("created_by"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
