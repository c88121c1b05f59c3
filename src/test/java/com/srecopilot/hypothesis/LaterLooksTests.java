package com.srecopilot.hypothesis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.RunningApp;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.stories.Processes;
import com.srecopilot.tenancy.ProductClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine looks again a minute and five minutes after it first did. */
@RunningApp
class LaterLooksTests {

    @Autowired
    private BeanFactory app;
    @Autowired
    private LaterLooks looks;
    @Autowired
    private ProductClock clock;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private IncidentService lives;
    private Outage outage;
    private int number;
    private Instant first;

    @BeforeEach
    void anIncidentWasLookedAt() {
        outage = new Outage(app);
        outage.begin();
        outage.deployed("checkout-service", "v1.2.3", Duration.ofMinutes(6));
        outage.fires("checkout-service", "High error rate");
        number = outage.incidentOn("checkout-service").number();
        first = outage.awaitHypotheses(number, view -> !view.items().isEmpty()).startedAt();
    }

    private List<Integer> dueAfter(Duration since) {
        return clock.at(first.plus(since), () -> outage.as(looks::take));
    }

    @Test
    void eachIsDueOnceAndAnEarlierLookThatWasLostIsMadeUpFor() {
        assertThat(dueAfter(Duration.ofSeconds(50))).isEmpty();
        assertThat(dueAfter(Duration.ofSeconds(61))).containsExactly(number);
        assertThat(dueAfter(Duration.ofSeconds(62))).as("taken").isEmpty();
        assertThat(dueAfter(Duration.ofSeconds(123))).as("its node went away").containsExactly(number);
    }

    @Test
    void afterABreakOneLookIsEnough() {
        assertThat(dueAfter(Duration.ofMinutes(20))).containsExactly(number);
        outage.as(() -> {
            clock.at(first.plus(Duration.ofMinutes(20)), () -> outage.hypotheses.lookBack(number));
            return null;
        });
        assertThat(dueAfter(Duration.ofMinutes(25))).isEmpty();
    }

    @Test
    void ofTwoNodesOneTakesIt() {
        List<CompletableFuture<List<Integer>>> nodes = Stream.generate(() -> CompletableFuture.supplyAsync(() -> dueAfter(Duration.ofSeconds(61)))).limit(4).toList();

        assertThat(nodes.stream().flatMap(node -> node.join().stream())).containsExactly(number);
    }

    @Test
    void aResolvedIncidentIsLeftAlone() {
        outage.as(() -> {
            lives.resolve(number, null);
            return null;
        });

        assertThat(dueAfter(Duration.ofSeconds(61))).isEmpty();
    }

    @Test
    void oneThatAPersonHasJudgedIsLeftAlone() {
        outage.as(() -> outage.hypotheses.validate(number, outage.of(number).items().get(0).id(), null));

        assertThat(dueAfter(Duration.ofSeconds(61))).isEmpty();
    }

    @Test
    void whatArrivedWithoutNoticeIsFoundByItself() {
        outage.as(() -> transaction.execute(status -> jdbc.sql("update changes set happened_at = happened_at - interval '3 days'").update()
                + jdbc.sql("update hypothesis_runs set first_at = first_at - interval '70 s', started_at = started_at - interval '70 s'").update()));

        Processes.await("another look", () -> !outage.of(number).discarded().isEmpty());
    }
}
