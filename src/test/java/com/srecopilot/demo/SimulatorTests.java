package com.srecopilot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;

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
import com.srecopilot.tenancy.Actor;

/** The simulator plays at the product's own door, and all that it fires clears again. */
@RunningApp
class SimulatorTests {

    private static final String SLOW = """
            from alerts where title in ('480 queries a minute over 2 s on orders-db', 'payment-service waits 3.4 s for orders-db',
                'api-gateway gives up on 6 % of requests')""";

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
    void aLeadPlaysASlowDatabaseUntilAllHasCleared() {
        Browsing bo = signedIn("bo@acme.test");
        assertThat(bo.get("/").body()).contains("Simulator", "A regional outage", "Real time");
        long alerts = count(SLOW);
        assertThat(play(bo, "slow-database").statusCode()).isEqualTo(303);
        // The one of a former run may be open still, and take in the same alert again.
        Processes.await("an incident has it", () -> count(SLOW + " and incident is not null") > alerts);
        assertThat(count("from incidents where service_name = 'orders-db' and state <> 'resolved'")).isPositive();
        Processes.await("its telemetry tells of it", () -> count("""
                from hypotheses where service = 'orders-db' and evidence::text like '%metric%' and suspected_at > now() - interval '5 minutes'""") > 0);
        Processes.await("it ends", () -> bo.get("/").body().contains("Last played: A slow database"));
        assertThat(count(SLOW)).isEqualTo(alerts + 3);
        assertThat(count(SLOW + " and ends_at is null")).isZero();
        assertThat(count(SLOW + " and incident is null")).isZero();
    }

    @Test
    void oneAtATimeAndStoppingClearsWhatFired() {
        Browsing gina = signedIn("gina@globex.test");
        play(gina, "flapping-check", "real");
        assertThat(gina.get("/").body()).contains("real time", "Stop and clear").doesNotContain("A regional outage");
        play(gina, "bad-deploy");
        assertThat(gina.get("/").body()).contains("<b>A flapping check</b>");
        gina.post("/simulator", token(gina), Map.of("_method", "delete"));
        Processes.await("it stops", () -> gina.get("/").body().contains("Stopped; what fired has cleared"));
    }

    @Test
    void whoWorksOnIncidentsOfTheDemoSeesIt() {
        assertThat(signedIn("eli@acme.test").get("/").body()).contains("id=\"simulator\"");
        Browsing vic = signedIn("vic@acme.test");
        assertThat(vic.get("/").body()).doesNotContain("id=\"simulator\"");
        assertThat(play(vic, "bad-deploy").statusCode()).isEqualTo(403);
        Organisation other = Organisation.found(installation, people);
        Browsing ana = signedIn(other.admin());
        assertThat(ana.get("/").body()).doesNotContain("id=\"simulator\"");
        assertThat(play(ana, "bad-deploy").statusCode()).isEqualTo(404);
    }

    private Browsing signedIn(String email) {
        var person = new Browsing(port);
        person.signIn(email, DemoCast.PASSWORD);
        return person;
    }

    private static HttpResponse<String> play(Browsing person, String scenario) {
        return play(person, scenario, "fast");
    }

    private static HttpResponse<String> play(Browsing person, String scenario, String pace) {
        return person.post("/simulator", token(person), Map.of("scenario", scenario, "pace", pace));
    }

    private static String token(Browsing person) {
        return Browsing.token(person.get("/me").body());
    }

    private long count(String rows) {
        return Actor.system(DemoCast.ACME, "test").call(() -> transaction.execute(status -> jdbc.sql("select count(*) " + rows).query(Long.class).single()));
    }
}
