package com.srecopilot.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.srecopilot.RunningApp;
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
            values (current_tenant(), gen_random_uuid(), 'running', gen_random_uuid(), now() + interval '1 hour', 'eli', now())""")
    void onlyThoseWithWorkAreVisited(String work, String begun) {
        UUID busy = tenant();
        UUID idle = tenant();
        inside(busy, begun);
        assertThat(tenants.with(work)).contains(busy).doesNotContain(idle);
        inside(busy, work.equals("silences") ? "delete from silences" : "delete from hypothesis_look_backs");
        assertThat(tenants.with(work)).doesNotContain(busy);
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

    private void inside(UUID tenant, String sql) {
        Actor.system(tenant, "test").run(() -> transaction.executeWithoutResult(status -> jdbc.sql(sql).update()));
    }
}
