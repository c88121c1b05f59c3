package com.srecopilot.hypothesis.lookback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
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
import com.srecopilot.stories.Processes;
import com.srecopilot.tenancy.ProductClock;

import static org.assertj.core.api.Assertions.assertThat;

@RunningApp
class LookBackTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private LookBacks lookBacks;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ProductClock clock;
    private Organisation organisation;
    private Browsing ana;

    @BeforeEach
    void threeIncidentsWereOverBeforeTheEngineCame() {
        organisation = Organisation.found(installation, people);
        ana = new Browsing(port);
        ana.signIn(organisation.admin(), Organisation.PASSWORD);
        as(() -> {
            IntStream.rangeClosed(1, 3).forEach(this::resolved);
            return null;
        });
    }

    private void resolved(int number) {
        Instant detected = Instant.now().minus(Duration.ofDays(number));
        jdbc.sql("""
                insert into incidents (tenant_id, id, version, number, title, description, severity, severity_by_hand, state, service_name, tags, group_key,
                    detected_at, resolved_at, alerts_total, alerts_firing, hypotheses)
                values (current_tenant(), gen_random_uuid(), 1, ?, 'Checkout fails', '', 'high', false, 'resolved', 'checkout', '{}', 'old:' || ?, ?::timestamptz,
                    ?::timestamptz, 0, 0, 0)""")
                .params(number, number, detected.toString(), detected.plusSeconds(600).toString()).update();
    }

    private <T> T as(Supplier<T> work) {
        return organisation.as(() -> transaction.execute(status -> work.get()));
    }

    @Test
    void whatWasNeverLookedAtIsLookedAtInTheBackground() {
        assertThat(ana.get("/hypotheses/past").body()).contains("<b>3</b>", "resolved incidents were", "Look at them now");
        assertThat(ana.submit("/hypotheses/past", "/hypotheses/past", Map.of()).statusCode()).isEqualTo(303);
        await(() -> !as(lookBacks::latest).get(0).running());

        LookBack done = as(lookBacks::latest).get(0);
        assertThat(done.state()).isEqualTo("done");
        assertThat(done.lookedAt()).isEqualTo(3);
        assertThat(runs()).isEqualTo(3);
        assertThat(ana.get("/hypotheses/past").body()).contains("Nothing left to look at", "3 looked at", "Ana Ruiz");
        assertThat(ana.json("GET", "/api/v1/audit?action=hypothesis.conclude", "").body()).contains("INC-3");
        Browsing gina = new Browsing(port);
        gina.signIn("gina@globex.test", Organisation.PASSWORD);
        assertThat(gina.get("/hypotheses/past").body()).doesNotContain("3 looked at");
    }

    @Test
    void anotherNodeGoesOnWhereOneWasKilledAndTriesItsLastOnceMore() {
        UUID killed = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        clock.at(Instant.now().minusSeconds(20), () -> as(() -> {
            lookBacks.ask();
            assertThat(lookBacks.claim(killed)).isTrue();
            assertThat(lookBacks.next(killed)).contains(1);
            assertThat(lookBacks.claim(other)).isFalse();
            return null;
        }));
        clock.at(Instant.now().plusSeconds(25), () -> as(() -> {
            assertThat(lookBacks.claim(other)).isTrue();
            assertThat(lookBacks.next(killed)).isEmpty();
            assertThat(lookBacks.next(other)).contains(1);
            return null;
        }));
        clock.at(Instant.now().plusSeconds(60), () -> as(() -> {
            assertThat(lookBacks.claim(killed)).as("told 35 s ago").isTrue();
            assertThat(lookBacks.next(killed)).as("not a third time").contains(2);
            lookBacks.stop();
            assertThat(lookBacks.next(killed)).isEmpty();
            assertThat(lookBacks.latest().get(0).ended()).isEqualTo("Stopped");
            return null;
        }));
    }

    @Test
    void oneWithoutTheRightSeesButDoesNotStart() {
        Browsing vic = new Browsing(port);
        vic.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(vic.get("/hypotheses/past").statusCode()).isEqualTo(200);
        assertThat(vic.submit("/hypotheses/past", "/hypotheses/past", Map.of()).statusCode()).isEqualTo(403);
        assertThat(as(lookBacks::latest)).isEqualTo(List.of());
    }

    private int runs() {
        return as(() -> jdbc.sql("select count(*) from hypothesis_runs").query(Integer.class).single());
    }

    private static void await(BooleanSupplier condition) {
        Processes.await("the look-back has come so far", condition);
    }
}
