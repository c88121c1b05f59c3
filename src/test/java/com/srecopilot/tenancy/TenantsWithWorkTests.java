package com.srecopilot.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.srecopilot.RunningApp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Jobs ask for the tenants that have work, outside any tenant; nothing but their ids is told. */
@RunningApp
class TenantsWithWorkTests {

    @Autowired
    private Tenants tenants;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            silences | insert into silences (id, kind, matchers, comment, starts_at, minutes, zone, days, created_by, created_at) \
            values (gen_random_uuid(), 'silence', 'service="nobody"', 'a test', now(), 5, 'UTC', '{}', 'eli', now())
            look_backs | insert into hypothesis_look_backs (tenant_id, id, state, worker, told_at, asked_by, asked_at) \
            values (current_tenant(), gen_random_uuid(), 'running', gen_random_uuid(), now() + interval '1 hour', 'eli', now())
            alert_tallies | insert into alert_tallies (status, severity, service, source, n) values ('firing', 'low', 'shop', 'a', 1), ('firing', 'low', 'shop', 'a', 2)
            incident_tallies | insert into incident_tallies (state, severity, service, assignee, n) \
            values ('detected', 'low', 'shop', 'none', 1), ('detected', 'low', 'shop', 'none', -1)
            quiet_incidents | with rule as (insert into incident_quiet_rules (severity, minutes) values ('low', 5)) \
            insert into incidents (tenant_id, id, version, number, title, description, severity, severity_by_hand, state, service_name, detected_at, alerts_total, alerts_firing) \
            values (current_tenant(), gen_random_uuid(), 0, 1, 'Over', '', 'low', false, 'detected', 'shop', now(), 1, 0)""")
    void onlyThoseWithWorkAreVisited(String work, String begun) {
        UUID busy = tenant();
        UUID idle = tenant();
        inside(busy, () -> {
            jdbc.sql(begun).update();
            assertThat(tenants.with(work)).contains(busy).doesNotContain(idle);
        });
        assertThat(tenants.with(work)).doesNotContain(busy, idle);
    }

    @Test
    void whoseAlertsHaveBeenQuietForLongIsVisitedForThem() {
        UUID busy = tenant();
        inside(busy, () -> {
            jdbc.sql("""
                    insert into alerts (id, source_id, source_name, dedup_key, fingerprint, title, description, severity, status, service, labels, url,
                        starts_at, anchor, count, received_at, last_seen_at, awaits_incident)
                    values (gen_random_uuid(), gen_random_uuid(), 'a', 'k', '', 'Forgotten', '', 'low', 'firing', 'shop', '{}', '',
                        now(), now(), 1, now(), now() - interval '1 hour', false)""").update();
            Instant now = Instant.now();
            assertThat(tenants.with("stale_alerts", now.minusSeconds(1800))).contains(busy);
            assertThat(tenants.with("stale_alerts", now.minusSeconds(7200))).doesNotContain(busy);
        });
    }

    @Test
    void everyJobsQuestionIsAnsweredWithoutATenant() {
        assertThat(List.of("waiting_alerts", "downstream_alerts", "new_alerts", "prometheus", "young_runs")).allSatisfy(work ->
                assertThat(tenants.ids()).containsAll(tenants.with(work)));
        assertThat(jdbc.sql("select count(*) from alerts").query(Long.class).single()).as("rows seen without a tenant").isZero();
    }

    private UUID tenant() {
        UUID id = UUID.randomUUID();
        Actor.system(id, "test").run(() -> tenants.create("Idle", "free"));
        return id;
    }

    /** Nothing of it stays, so that no job meets it. */
    private void inside(UUID tenant, Runnable work) {
        Actor.system(tenant, "test").run(() -> transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        }));
    }
}
