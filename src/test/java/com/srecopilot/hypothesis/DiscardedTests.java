package com.srecopilot.hypothesis;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.TimelineEntry;
import com.srecopilot.stories.LiveClient;
import com.srecopilot.stories.Processes;

import static org.assertj.core.api.Assertions.assertThat;

/** What a later run suspects no longer stays on the page, for people to overrule. */
@RunningApp
class DiscardedTests {

    @LocalServerPort
    private int port;
    @Autowired
    private BeanFactory app;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private IncidentTimeline timeline;
    private Outage outage;
    private Browsing ana;
    private int number;
    private String page;
    private HypothesisView gone;

    /** The deployment of orders-db turns out to have been days before. */
    @BeforeEach
    void oneIsDiscarded() {
        outage = new Outage(app);
        Organisation organisation = outage.begin();
        number = outage.twoSuspects();
        page = "/incidents/" + number;
        ana = new Browsing(port);
        ana.signIn(organisation.admin(), Organisation.PASSWORD);
        deployed("- interval '3 days'");
        outage.again(number);
        gone = outage.of(number).discarded().get(0);
    }

    /** Moves the deployment of orders-db. */
    private void deployed(String moved) {
        String sql = "update changes set happened_at = happened_at " + moved + " where service_id = (select id from services where name = 'orders-db')";
        outage.as(() -> transaction.execute(status -> jdbc.sql(sql).update()));
    }

    @Test
    void itStaysOnThePageAndInTheAnswerToPrograms() {
        assertThat(outage.of(number).items()).hasSize(1);
        String shown = ana.get(page).body();
        assertThat(shown.substring(shown.indexOf("Discarded, 1"))).contains(gone.anchor(), "orders-db v18 was deployed", "was " + gone.confidence().percent() + " %",
                "No longer among the candidates after the run of", "nothing that is known by now points there");
        assertThat(ana.get("/api/v1" + page + "/hypotheses").body()).contains("\"discarded\":[{\"id\":\"" + gone.id(),
                "\"withdrawn\":{\"at\":\"", "\"reason\":\"nothing that is known by now points there\"");
        assertThat(ana.get(gone.path() + "/postmortem").body()).contains("no longer among the candidates after the run of");
    }

    @Test
    void oneThatComesBackIsTheSameCardAgain() {
        deployed("+ interval '3 days'");
        outage.again(number);

        assertThat(outage.of(number).discarded()).isEmpty();
        assertThat(outage.of(number).items()).extracting(HypothesisView::id).contains(gone.id());
        assertThat(told()).as("also what is as it was at first").hasSize(3);
        assertThat(told().get(0).text()).isEqualTo(told().get(2).text());
        outage.again(number);
        assertThat(told()).as("nothing new").hasSize(3);
    }

    /** What the timeline says of looks, newest first. */
    private List<TimelineEntry> told() {
        return outage.as(() -> timeline.of(number, "hypothesis.generated", null, 10)).items();
    }

    @Test
    void furtherRunsKeepWhenItWasDiscardedAndRanksStayDistinct() {
        outage.deployed("checkout-service", "v1.2.4", Duration.ofMinutes(1));
        outage.again(number);

        assertThat(outage.of(number).discarded()).extracting(HypothesisView::withdrawn).containsExactly(gone.withdrawn());
        assertThat(outage.of(number).all()).extracting(HypothesisView::rank).doesNotHaveDuplicates();
    }

    @Test
    void aPersonsVerdictOnItPutsItAmongTheOthersAndOutlivesRuns() {
        try (LiveClient live = new LiveClient(port, "SRECOPILOT=" + ana.cookie("SRECOPILOT").orElseThrow(), "incident:" + number, null)) {
            ana.submit(page, gone.path() + "/validation", Map.of("reason", "it was"));

            Processes.await("the list is pushed", () -> live.events().stream().anyMatch(event -> event.data().contains("id=\"hypothesis-list-" + number)
                    && event.data().contains("Validated</b> by Ana Ruiz") && !event.data().contains("Discarded")));
        }
        outage.again(number);
        assertThat(outage.of(number).items().get(0).id()).isEqualTo(gone.id());
        ana.submit(page, gone.path() + "/validation", Map.of("_method", "delete"));
        assertThat(outage.of(number).discarded()).extracting(HypothesisView::withdrawn).containsExactly(gone.withdrawn());
    }
}
