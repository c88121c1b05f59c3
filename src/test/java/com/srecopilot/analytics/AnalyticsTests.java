package com.srecopilot.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;

@RunningApp
class AnalyticsTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void anEmptyTimeSaysSoAndAHundredThousandIncidentsAreQuick() {
        Organisation organisation = Organisation.found(installation, people);
        var admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
        assertThat(admin.get("/analytics").body()).contains("No incident in this time");
        fill(organisation, 100_000);
        admin.get("/analytics");
        long start = System.nanoTime();
        String page = admin.get("/analytics?days=90").body();
        System.out.printf("analytics over 100000 incidents: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(page).contains("100000 incidents began", "Time to resolve", "As a table", "UTC", "&lt;script&gt;").doesNotContain("style=", "<script>alert");
        assertThat(admin.get("/analytics?days=7&service=service-3").body()).contains("Hours of the week, service-3");
        Organisation other = Organisation.found(installation, people);
        var stranger = new Browsing(port);
        stranger.signIn(other.admin(), Organisation.PASSWORD);
        assertThat(stranger.get("/analytics").body()).contains("No incident in this time");
    }

    private void fill(Organisation organisation, int incidents) {
        organisation.as(() -> transaction.execute(status -> jdbc.sql("""
                insert into incidents (tenant_id, id, version, number, title, description, severity, severity_by_hand, state, service_name, detected_at, resolved_at)
                select current_tenant(), gen_random_uuid(), 0, n, 'Filled', '', (array['critical', 'high', 'medium', 'low'])[1 + n % 4], false, 'resolved',
                    case when n % 97 = 0 then '<script>alert(1)</script>' else 'service-' || n % 10 end,
                    now() - interval '30 minutes' - n * interval '75 seconds', now() - interval '1 minute' - n * interval '75 seconds'
                from generate_series(1, ?) n""").param(incidents).update()));
    }
}
