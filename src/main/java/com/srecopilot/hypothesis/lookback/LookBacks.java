package com.srecopilot.hypothesis.lookback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.tenancy.Actor;

/** The current tenant's walks over past incidents; the latest few are kept. */
@Service
@Transactional
class LookBacks {

    /** One whose worker has not told of itself for so long is taken over. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int KEPT = 10;
    private static final String PENDING = """
            from incidents i where i.state = 'resolved' and i.deleted_at is null and i.number > ?
              and not exists (select 1 from hypothesis_runs r where r.incident_number = i.number)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    LookBacks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins one within seconds; while one runs, nothing happens. */
    void ask() {
        jdbc.sql("""
                insert into hypothesis_look_backs (id, tenant_id, state, told_at, asked_by, asked_at) values (?, current_tenant(), 'running', ?, ?, ?)
                on conflict (tenant_id) where state = 'running' do nothing""")
                .params(UuidVersion7Strategy.INSTANCE.generateUuid(null), now(), Actor.current().name(), now()).update();
        jdbc.sql("delete from hypothesis_look_backs where id not in (select id from hypothesis_look_backs order by asked_at desc limit ?)").param(KEPT).update();
    }

    /** What was found stays. */
    void stop() {
        jdbc.sql("update hypothesis_look_backs set state = 'stopped', told_at = ? where state = 'running'").param(now()).update();
    }

    @Transactional(readOnly = true)
    List<LookBack> latest() {
        return jdbc.sql("select * from hypothesis_look_backs order by asked_at desc limit ?").param(KEPT).query((row, number) -> view(row)).list();
    }

    /** How many resolved incidents nobody ever looked for the causes of. */
    @Transactional(readOnly = true)
    int pending() {
        return pendingAfter(0);
    }

    /**
     * Makes this worker the one of the running look-back, when nobody works on it. An incident on which the former one
     * ended is tried once more, then left alone.
     *
     * @return whether there is work
     */
    boolean claim(UUID worker) {
        return jdbc.sql("""
                update hypothesis_look_backs set worker = ?, told_at = ?, retried = reached,
                       reached = case when retried is distinct from reached then greatest(0, reached - 1) else reached end
                where state = 'running' and (worker is null or told_at < ?)""")
                .params(worker, now(), now().minus(PATIENCE)).update() > 0;
    }

    /** The next incident, the oldest first, so that later ones learn from it; empty when it is over, stopped or another's. */
    Optional<Integer> next(UUID worker) {
        Optional<Integer> reached = jdbc.sql("select reached from hypothesis_look_backs where state = 'running' and worker = ? for update").param(worker)
                .query(Integer.class).optional();
        Optional<Integer> next = reached.flatMap(after -> jdbc.sql("select i.number " + PENDING + " order by i.number limit 1").param(after)
                .query(Integer.class).optional());
        reached.ifPresent(after -> jdbc.sql("update hypothesis_look_backs set reached = ?, told_at = ?, state = ? where state = 'running'")
                .params(next.orElse(after), now(), next.isPresent() ? "running" : "done").update());
        return next;
    }

    void lookedAt(boolean explained) {
        jdbc.sql("update hypothesis_look_backs set looked_at = looked_at + 1, explained = explained + ? where state = 'running'")
                .param(explained ? 1 : 0).update();
    }

    private int pendingAfter(int number) {
        return jdbc.sql("select count(*) " + PENDING).param(number).query(Integer.class).single();
    }

    private LookBack view(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new LookBack(row.getObject("id", UUID.class), state, row.getInt("looked_at"), row.getInt("explained"),
                state.equals("running") ? pendingAfter(row.getInt("reached")) : 0, row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getObject("told_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
