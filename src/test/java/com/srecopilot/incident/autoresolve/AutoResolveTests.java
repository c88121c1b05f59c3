package com.srecopilot.incident.autoresolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.incident.Desk;
import com.srecopilot.stories.Processes;
import com.srecopilot.tenancy.ProductClock;

/** Half an hour of quiet is what this organisation waits for. */
class AutoResolveTests extends Desk {


    @Autowired
    private ProductClock clock;
    @Autowired
    private AutoResolveClock due;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transactions;

    @Test
    void whatIsQuietForAsLongAsTheOrganisationSaysIsResolvedWithTheReasonInItsTimeline() {
        quiet("a", "a-service", 1);
        pass(40);
        assertThat(state(1)).as("off by default").isEqualTo("detected");
        assertThat(submit("/settings/incidents", Map.of("high", "30")).statusCode()).isEqualTo(303);
        assertThat(ana.get("/incidents/1").body()).contains("Unless somebody takes it or writes here, it is resolved at");
        pass(29);
        assertThat(state(1)).as("not yet").isEqualTo("detected");
        pass(31);
        assertThat(state(1)).isEqualTo("resolved");
        assertThat(incident(1).get("acknowledged_at").isNull()).as("nobody came").isTrue();
        assertThat(timeline(1)).first().isEqualTo("state.changed: Resolved without a person");
        assertThat(ana.get("/incidents/1").body()).contains("Resolved without a person", "Its alert has resolved, and nothing was heard of them since", "resolved after 30 minutes")
                .doesNotContain("Unless somebody");
        assertThat(ana.get("/audit").body()).contains("incident.resolve", "autoresolve.update");
    }

    @Test
    void anythingThatAPersonEverSaidOrDidKeepsItOpen() {
        submit("/settings/incidents", Map.of("high", "1"));
        quiet("noted", "a-service", 1);
        quiet("told", "b-service", 2);
        quiet("taken", "c-service", 3);
        quiet("tagged", "d-service", 4);
        quiet("untouched", "e-service", 5);
        submit("/incidents/1/notes", Map.of("note", "Customers still complain"));
        post("/api/v1/incidents/2/status-updates", Map.of("state", "investigating", "text", "We look at it"));
        submit("/incidents/3/investigation", Map.of("note", ""));
        submit("/incidents/4/tags", Map.of("tag", "watch"));
        assertThat(declare("By hand", "high", "f-service")).isEqualTo(6);
        pass(60 * 24);
        for (int touched : new int[] {1, 2, 3, 4, 6}) {
            assertThat(state(touched)).as("INC-" + touched).isNotEqualTo("resolved");
        }
        assertThat(state(5)).isEqualTo("resolved");
        submit("/incidents/5/resolution", Map.of("_method", "delete"));
        pass(60 * 48);
        assertThat(state(5)).as("reopened by a person").isEqualTo("investigating");
    }

    @Test
    void itWaitsWhileAnAlertFiresAndLeavesWhatAnotherNodeHolds() {
        submit("/settings/incidents", Map.of("high", "5"));
        quiet("a", "a-service", 1);
        alert("b", "firing", "a-service");
        Processes.await("it joined", () -> incident(1).get("alerts_firing").intValue() == 1);
        pass(60);
        assertThat(state(1)).isEqualTo("detected");
        alert("b", "resolved", "a-service");
        Processes.await("it is over", () -> incident(1).get("alerts_firing").intValue() == 0);
        organisation.as(() -> transactions.execute(held -> {
            jdbc.sql("select 1 from incidents where number = 1 for update").query(Integer.class).single();
            return CompletableFuture.runAsync(() -> pass(60)).orTimeout(30, TimeUnit.SECONDS).join();
        }));
        assertThat(state(1)).isEqualTo("detected");
        pass(60);
        assertThat(state(1)).isEqualTo("resolved");
        assertThat(timeline(1).stream().filter(entry -> entry.contains("without a person"))).hasSize(1);
    }

    @Test
    void theFormSaysWhatItTakesAndAViewerOnlyReadsIt() {
        assertThat(submit("/settings/incidents", Map.of("high", "0", "low", "soon")).body()).contains("takes whole minutes from 1 to 10080", "low-error", "high-error", "value=\"soon\"");
        assertThat(submit("/settings/incidents", Map.of("critical", "", "low", "120")).statusCode()).isEqualTo(303);
        assertThat(ana.get("/settings/incidents").body()).contains("value=\"120\"", "placeholder=\"never\"");
        var vic = new Browsing(port);
        vic.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(vic.get("/settings/incidents").statusCode()).isEqualTo(200);
        assertThat(vic.post("/settings/incidents", Browsing.token(vic.get("/settings/incidents").body()), Map.of("low", "1")).statusCode()).isEqualTo(403);
    }

    private void quiet(String key, String service, int number) {
        alert(key, "firing", service);
        Processes.await("it opened", () -> get("/api/v1/incidents").get("total").intValue() == number && incident(number).get("alerts_firing").intValue() == 1);
        alert(key, "resolved", service);
        Processes.await("it is quiet", () -> incident(number).get("alerts_firing").intValue() == 0);
    }

    private void pass(int minutes) {
        clock.at(clock.instant().plus(Duration.ofMinutes(minutes)), () -> organisation.as(() -> {
            due.resolveAll();
            return null;
        }));
    }

    private String state(int number) {
        return incident(number).get("state").stringValue();
    }
}
