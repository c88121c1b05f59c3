package com.srecopilot.incident.undo;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.tenancy.Actor;

/** Keeps acts for an hour: their words to be read again, their steps for ten seconds and the way there. */
@Component
public class ActStore {

    static final int SECONDS = 10;
    private static final int ON_THE_WAY = 5;
    private static final TypeReference<List<Act.Step>> STEPS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ActStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public Act keep(String told, List<Act.Step> steps, List<String> refused) {
        Instant now = clock.instant();
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        jdbc.sql("delete from incident_acts where at < ?").param(utc(now.minusSeconds(3600))).update();
        jdbc.sql("insert into incident_acts (id, actor_id, told, refused, steps, at, until) values (?, ?, ?, ?, ?::jsonb, ?, ?)")
                .params(id, Actor.current().id(), told, refused.toArray(String[]::new), json.writeValueAsString(steps), utc(now),
                        utc(now.plusSeconds(SECONDS + ON_THE_WAY))).update();
        return new Act(id, told, refused, !steps.isEmpty());
    }

    /** The actor's own, to be shown. */
    @Transactional(readOnly = true)
    public Optional<Act> find(UUID id) {
        return jdbc.sql("""
                select told, refused, undone_at is null and until > :now and steps <> '[]'::jsonb as undoable from incident_acts
                where id = :id and actor_id is not distinct from :actor""")
                .param("now", utc(clock.instant())).param("id", id).param("actor", Actor.current().id())
                .query((row, number) -> new Act(id, row.getString("told"), List.of((String[]) row.getArray("refused").getArray()),
                        row.getBoolean("undoable"))).optional();
    }

    /** A single time. */
    @Transactional
    Optional<Act.Stored> take(UUID id) {
        return jdbc.sql("""
                update incident_acts set undone_at = :now where id = :id and actor_id is not distinct from :actor
                    and undone_at is null and until > :now returning told, steps, until""")
                .param("now", utc(clock.instant())).param("id", id).param("actor", Actor.current().id())
                .query((row, number) -> new Act.Stored(row.getString("told"), json.readValue(row.getString("steps"), STEPS),
                        row.getObject("until", OffsetDateTime.class).toInstant())).optional();
    }

    @Transactional
    Act rewrite(UUID id, String told, List<String> refused) {
        jdbc.sql("update incident_acts set told = ?, refused = ? where id = ?").params(told, refused.toArray(String[]::new), id).update();
        return new Act(id, told, refused, false);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
