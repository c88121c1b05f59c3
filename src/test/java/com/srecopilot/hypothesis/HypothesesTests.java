package com.srecopilot.hypothesis;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.incident.IncidentDraft;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Severity;
import com.srecopilot.incident.TimelineEntry;
import com.srecopilot.stories.Processes;

import static org.assertj.core.api.Assertions.assertThat;

/** From alerts to suspected causes, with the whole product running. */
@RunningApp
class HypothesesTests {

    @LocalServerPort
    private int port;
    @Autowired
    private BeanFactory app;
    @Autowired
    private IncidentService lives;
    @Autowired
    private IncidentTimeline timeline;
    @Autowired
    private JdbcClient jdbc;
    private Outage outage;
    private Organisation organisation;

    @BeforeEach
    void begin() {
        outage = new Outage(app);
        organisation = outage.begin();
        outage.calls("api-gateway", "checkout-service");
        outage.calls("checkout-service", "orders-db");
    }

    @Test
    void anAlertIsFollowedByHypothesesWithEvidenceThatOpens() {
        outage.deployed("checkout-service", "v1.2.3", Duration.ofMinutes(6));
        outage.fires("checkout-service", "Connection pool exhausted");
        IncidentView incident = outage.incidentOn("checkout-service");
        HypothesesView found = outage.awaitHypotheses(incident.number(), view -> !view.items().isEmpty());

        assertThat(found.items().get(0).claim()).startsWith("checkout-service v1.2.3 was deployed ").endsWith(" before the first alert");
        assertThat(outage.as(() -> outage.incidents.get(incident.number())).hypotheses()).isEqualTo(found.items().size());
        assertThat(told(incident.number())).anyMatch(text -> text.matches("1 hypothesis, at \\d+ %"));
        Browsing browser = new Browsing(port);
        browser.signIn(organisation.viewer(), Organisation.PASSWORD);
        List<Fact> facts = found.items().stream().flatMap(cause -> cause.evidence().stream()).toList();
        assertThat(facts).extracting(Fact::kind).contains("change", "alert");
        assertThat(facts).allSatisfy(fact -> {
            String anchor = fact.url().contains("#") ? fact.url().substring(fact.url().indexOf('#') + 1) : "";
            String page = browser.get(fact.url().replaceFirst("#.*", "")).body();
            assertThat(page).as(fact.url()).contains(anchor.isEmpty() ? "Connection pool exhausted" : "id=\"" + anchor + "\"");
        });
    }

    @Test
    void anAlertOnADependencyMakesItSuspectOnTheIncidentOfItsCaller() {
        outage.fires("checkout-service", "High error rate");
        IncidentView incident = outage.incidentOn("checkout-service");
        outage.awaitHypotheses(incident.number(), view -> view.items().get(0).service().equals("checkout-service"));
        outage.fires("orders-db", "Replication is down");

        Processes.await("orders-db first", () -> outage.of(incident.number()).items().get(0).claim()
                .equals("orders-db is down and checkout-service depends on it"));
        assertThat(outage.of(incident.number()).items()).extracting(HypothesisView::rank).containsExactly(1, 2);
    }

    @Test
    void aDeploymentThatIsReportedLateBecomesSuspect() {
        outage.fires("checkout-service", "High error rate");
        IncidentView incident = outage.incidentOn("checkout-service");
        outage.awaitHypotheses(incident.number(), view -> !view.items().isEmpty());
        outage.deployed("checkout-service", "v7", Duration.ofMinutes(3));

        Processes.await("v7 first", () -> outage.of(incident.number()).items().get(0).claim().startsWith("checkout-service v7"));
        HypothesesView after = outage.of(incident.number());
        assertThat(after.items()).as("takes the place of the vaguer one").hasSize(1);
        assertThat(after.discarded()).singleElement().satisfies(gone -> assertThat(gone.withdrawn().reason())
                .isEqualTo("what spoke for it now speaks for “" + after.items().get(0).claim() + "”"));
        assertThat(told(incident.number())).anyMatch(text -> text.contains("No longer suspected: " + after.discarded().get(0).claim()));
    }

    @Test
    void anEarlierIncidentWithAValidatedCauseMakesThatCauseSuspectAgain() {
        outage.fires("checkout-service", "Pool exhausted");
        IncidentView first = outage.incidentOn("checkout-service");
        HypothesisView cause = outage.awaitHypotheses(first.number(), view -> !view.items().isEmpty()).items().get(0);
        outage.as(() -> outage.hypotheses.validate(first.number(), cause.id(), "seen in the pool's metrics"));
        outage.recovers("checkout-service", "Pool exhausted");
        Processes.await("all clear", () -> outage.as(() -> outage.incidents.get(first.number())).quiet());
        outage.as(() -> {
            lives.resolve(first.number(), null);
            return null;
        });
        outage.fires("checkout-service", "Pool exhausted");
        IncidentView again = outage.incidentOn("checkout-service");
        HypothesesView found = outage.awaitHypotheses(again.number(), view -> !view.items().isEmpty());

        assertThat(again.number()).isNotEqualTo(first.number());
        assertThat(found.items().get(0).claim()).isEqualTo("The cause of INC-" + first.number() + " is back: " + cause.claim());
        assertThat(found.items().get(0).evidence()).extracting(Fact::url).contains("/incidents/" + first.number());
    }

    @Test
    void withoutFactsItAbstainsAndSaysSo() {
        IncidentView incident = declared();
        HypothesesView found = outage.awaitHypotheses(incident.number(), view -> view.abstained() != null);

        assertThat(found.items()).isEmpty();
        assertThat(found.abstained()).contains("No alert of checkout-service fires");
        assertThat(told(incident.number())).anyMatch(text -> text.startsWith("No cause named."));
    }

    @Test
    void whatWasRunIsNotRunAgain() {
        IncidentView incident = declared();
        outage.awaitHypotheses(incident.number(), view -> view.abstained() != null);

        Processes.await("the event is done with", () -> jdbc.sql("select count(*) from event_publication where listener_id like '%EngineListener%'"
                + " and serialized_event like ?").param("%" + organisation.tenant() + "%").query(Long.class).single() == 0);
    }

    @Test
    void theSameRunAgainTellsNothingNew() {
        IncidentView incident = declared();
        outage.awaitHypotheses(incident.number(), view -> view.abstained() != null);
        outage.again(incident.number());
        outage.again(incident.number());

        assertThat(told(incident.number()).stream().filter(text -> text.startsWith("No cause named."))).hasSize(1);
    }

    private IncidentView declared() {
        return outage.as(() -> lives.open(IncidentDraft.declared("Carts vanish", "Customers say so", Severity.HIGH, "checkout-service")));
    }

    private List<String> told(int number) {
        return outage.as(() -> timeline.of(number, "", null, 50)).items().stream().map(TimelineEntry::text).toList();
    }
}
