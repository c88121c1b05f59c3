package com.srecopilot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;
import com.srecopilot.tenancy.Auditable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@RunningApp
class AuditTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    private Organisation organisation;
    private Browsing admin;

    record Painted(UUID tenant, Changes changes) implements Auditable {

        @Override
        public String action() {
            return "fence.paint";
        }

        @Override
        public String resourceType() {
            return "fence";
        }

        @Override
        public String resourceId() {
            return "7";
        }
    }

    @BeforeEach
    void signIn() {
        organisation = Organisation.found(installation, people);
        admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
    }

    @Test
    void anActLeavesItsRecordWithWhoWhereAndWhatChanged() {
        admin.submit("/me", "/me/name", Map.of("name", "Ana R."));
        String found = admin.get("/api/v1/audit?action=user.update").body();
        assertThat(found).contains("\"total\":1", "\"user_email\":\"" + organisation.admin() + "\"", "\"ip_address\":\"127.0.0.1\"",
                "\"before\":{\"name\":\"Ana Ruiz\"}", "\"after\":{\"name\":\"Ana R.\"}", "\"resource_type\":\"user\"", "\"request_id\":\"", "\"success\":true");
        assertThat(admin.get("/audit?action=user.update").body()).contains("<del>Ana Ruiz</del>", "<ins>Ana R.</ins>");
    }

    @Test
    void signInsAreRecordedWhetherTheySucceedOrNot() {
        new Browsing(port).signIn(organisation.viewer(), "wrong password");
        String failed = admin.get("/api/v1/audit?action=auth&success=false").body();
        assertThat(failed).contains("\"auth.sign_in\"", "\"user_email\":\"" + organisation.viewer() + "\"", "\"success\":false");
        assertThat(admin.get("/api/v1/audit?action=auth.sign_in&success=true").body()).contains("\"total\":1");
    }

    @Test
    void anActThatIsRolledBackLeavesNoRecord() {
        organisation.as(() -> transaction.execute(status -> {
            paint();
            status.setRollbackOnly();
            return null;
        }));
        assertThat(admin.get("/api/v1/audit?action=fence").body()).contains("\"total\":0", "\"items\":[]", "\"next_cursor\":null");
    }

    @Test
    void anActOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> organisation.as(this::paint)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void noRecordCanBeChangedOrRemoved() {
        assertThatThrownBy(() -> sql("update audit_records set action = 'x'")).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> sql("delete from audit_records")).hasStackTraceContaining("permission denied");
        assertThat(jdbc.sql("select count(*) from pg_trigger where tgrelid = 'audit_records'::regclass and not tgisinternal").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void theLogIsPagedNewestFirst() {
        for (int i = 0; i < 5; i++) {
            organisation.as(() -> transaction.execute(status -> paint()));
        }
        HttpResponse<String> first = admin.get("/api/v1/audit?action=fence&limit=3");
        assertThat(first.body()).contains("\"total\":5");
        String cursor = first.body().replaceAll(".*\"next_cursor\":\"([^\"]+)\".*", "$1");
        String second = admin.get("/api/v1/audit?action=fence&limit=3&cursor=" + cursor).body();
        assertThat(second.split("fence.paint", -1)).hasSize(3);
        assertThat(second).contains("\"next_cursor\":null");
        assertThat(admin.get("/api/v1/audit?cursor=nonsense").statusCode()).isEqualTo(400);
        assertThat(admin.get("/api/v1/audit?limit=201").statusCode()).isEqualTo(400);
    }

    @Test
    void onlyWhoMayReadTheLogSeesIt() {
        Browsing viewer = new Browsing(port);
        viewer.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(viewer.get("/audit").statusCode()).isEqualTo(403);
        assertThat(viewer.get("/api/v1/audit").statusCode()).isEqualTo(403);
    }

    private Void paint() {
        events.publishEvent(new Painted(organisation.tenant(), Auditable.Changes.of("colour", "red", "blue")));
        return null;
    }

    private int sql(String statement) {
        return organisation.as(() -> transaction.execute(status -> jdbc.sql(statement).update()));
    }
}
