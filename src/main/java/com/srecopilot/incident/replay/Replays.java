package com.srecopilot.incident.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.alert.ArrivedAlerts;
import com.srecopilot.identity.NotFound;
import com.srecopilot.incident.grouping.GroupingRules;
import com.srecopilot.tenancy.Actor;

/** The current tenant's replays: the latest few are kept. */
@Service
@Transactional
class Replays {

    private static final int KEPT = 10;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ArrivedAlerts arrived;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Replays(JdbcClient jdbc, JsonMapper json, ArrivedAlerts arrived, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.arrived = arrived;
        this.events = events;
        this.clock = clock;
    }

    /** Begins in the background; while one runs, that one is answered. */
    UUID ask(GroupingRules rules, int days) {
        Optional<ReplayView> running = newest().filter(ReplayView::running);
        if (running.isPresent()) {
            return running.get().id();
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        OffsetDateTime now = now();
        jdbc.sql("""
                insert into grouping_replays (id, days, rules, state, total, told_at, created_by, created_at)
                values (?, ?, ?::jsonb, 'running', ?, ?, ?, ?)""")
                .params(id, days, json.writeValueAsString(rules), arrived.countSince(now.toInstant().minus(Duration.ofDays(days))), now,
                        Actor.current().name(), now).update();
        jdbc.sql("delete from grouping_replays where id not in (select id from grouping_replays order by created_at desc limit ?)").param(KEPT).update();
        events.publishEvent(new ReplayAsked(Actor.current().tenant(), id));
        return id;
    }

    /** @throws NotFound when it is none of the latest */
    @Transactional(readOnly = true)
    ReplayView get(UUID id) {
        return jdbc.sql("select * from grouping_replays where id = ?").param(id).query((row, number) -> view(row)).optional()
                .orElseThrow(() -> new NotFound("Replay " + id));
    }

    @Transactional(readOnly = true)
    Optional<ReplayView> newest() {
        return jdbc.sql("select * from grouping_replays order by created_at desc limit 1").query((row, number) -> view(row)).optional();
    }

    /** The incidents that the draft made, in the order in which it did. @param after the last number of the page before */
    @Transactional(readOnly = true)
    List<PastIncident.Made> incidents(UUID replay, int after, int most) {
        return jdbc.sql("select * from grouping_replay_incidents where replay_id = ? and number > ? order by number limit ?").params(replay, after, most)
                .query((row, number) -> new PastIncident.Made(row.getInt("number"), row.getString("title"), row.getString("severity"), row.getString("service"),
                        row.getInt("alerts"), row.getObject("started_at", OffsetDateTime.class).toInstant(), (Integer[]) row.getArray("today").getArray())).list();
    }

    void told(UUID id, long seen, List<PastIncident.Made> made) {
        made.forEach(each -> jdbc.sql("""
                insert into grouping_replay_incidents (replay_id, number, title, severity, service, alerts, started_at, today)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""").params(id, each.number(), each.title(), each.severity(), each.service(), each.alerts(),
                each.startedAt().atOffset(ZoneOffset.UTC), each.today()).update());
        jdbc.sql("update grouping_replays set seen = ?, told_at = ? where id = ?").params(seen, now(), id).update();
    }

    void ended(UUID id, Replay.Result result) {
        jdbc.sql("update grouping_replays set state = ?, result = ?::jsonb, told_at = ? where id = ?")
                .params(result == null ? "failed" : "done", result == null ? null : json.writeValueAsString(result), now(), id).update();
    }

    /** When people resolved these incidents; those that they did not are left out. */
    @Transactional(readOnly = true)
    Map<Integer, Instant> resolved(Collection<Integer> numbers) {
        var resolved = new HashMap<Integer, Instant>();
        jdbc.sql("select number, resolved_at from incidents where state = 'resolved' and resolved_at is not null and number = any(?)")
                .param(numbers.toArray(Integer[]::new))
                .query(row -> {
                    resolved.put(row.getInt("number"), row.getObject("resolved_at", OffsetDateTime.class).toInstant());
                });
        return resolved;
    }

    private ReplayView view(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new ReplayView(row.getObject("id", UUID.class), row.getInt("days"), json.readValue(row.getString("rules"), GroupingRules.class),
                row.getString("state"), row.getLong("total"), row.getLong("seen"), row.getObject("told_at", OffsetDateTime.class).toInstant(),
                result == null ? null : json.readValue(result, Replay.Result.class), row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant()).at(clock.instant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
