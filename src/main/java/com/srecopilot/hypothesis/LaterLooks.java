package com.srecopilot.hypothesis;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/**
 * Has the engine look at a young open incident again when nothing new was told: what is measured arrives after the alert
 * that it caused. A look for whatever other reason counts. What is due stands in the database, so that a restart forgets
 * none, and whoever takes it marks the run as begun, so that one node alone does.
 */
@Component
class LaterLooks {

    private static final Duration YOUNG = Duration.ofHours(1);
    private static final String TAKE = """
            update hypothesis_runs r set status = 'running', started_at = :now, finished_at = null, version = version + 1
            where r.first_at > :young and (r.status = 'done' or r.started_at <= :lost)
              and (r.status = 'running' or exists (select 1 from unnest(string_to_array(:after, ',')) later(seconds)
                   where r.first_at + make_interval(secs => seconds::int) <= :now and r.started_at < r.first_at + make_interval(secs => seconds::int)))
              and exists (select 1 from incidents i where i.number = r.incident_number and i.state <> 'resolved' and i.deleted_at is null)
              and not exists (select 1 from hypotheses h where h.incident_number = r.incident_number and h.state <> 'open')
            returning r.incident_number""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Tenants tenants;
    private final AutomaticRuns runs;
    private final Clock clock;
    private final String after;

    LaterLooks(JdbcClient jdbc, TransactionTemplate transaction, Tenants tenants, AutomaticRuns runs, Clock clock, HypothesisProperties properties) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tenants = tenants;
        this.runs = runs;
        this.clock = clock;
        this.after = String.join(",", properties.again().stream().map(wait -> Long.toString(wait.toSeconds())).toList());
    }

    @Scheduled(initialDelayString = "20s", fixedDelayString = "5s")
    void tick() {
        tenants.with("young_runs").forEach(tenant -> Actor.system(tenant, "engine").run(() -> take().forEach(number -> runs.askAgain(tenant, number))));
    }

    /** @return incidents of the current tenant that whoever calls this has to look at, each one once */
    List<Integer> take() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return transaction.execute(status -> jdbc.sql(TAKE).param("now", now).param("young", now.minus(YOUNG)).param("after", after)
                .param("lost", now.minus(HypothesisRun.GIVEN_UP)).query(Integer.class).list());
    }
}
