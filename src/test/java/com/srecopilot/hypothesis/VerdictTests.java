package com.srecopilot.hypothesis;

import java.net.http.HttpResponse;
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
import com.srecopilot.stories.LiveClient;
import com.srecopilot.stories.Processes;

import static org.assertj.core.api.Assertions.assertThat;

/** People say what was the cause and what was not; without scripts, as plain forms do. */
@RunningApp
class VerdictTests {

    @LocalServerPort
    private int port;
    @Autowired
    private BeanFactory app;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    private Outage outage;
    private Browsing ana;
    private String page;
    private int number;
    private String cookie;
    private HypothesisView first;
    private HypothesisView second;

    @BeforeEach
    void twoCausesAreSuspected() {
        outage = new Outage(app);
        Organisation organisation = outage.begin();
        number = outage.twoSuspects();
        List<HypothesisView> found = outage.of(number).items();
        first = found.get(0);
        second = found.get(1);
        page = "/incidents/" + number;
        ana = signedIn(organisation.admin());
        cookie = "SRECOPILOT=" + ana.cookie("SRECOPILOT").orElseThrow();
    }

    private Browsing signedIn(String email) {
        Browsing browser = new Browsing(port);
        browser.signIn(email, Organisation.PASSWORD);
        return browser;
    }

    @Test
    void aValidatedCauseStandsFirstWithWhoAndWhyAndIsRecorded() {
        HttpResponse<String> answer = ana.submit(page, second.path() + "/validation", Map.of("reason", "the <b>lag</b> matches"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(page + "#" + second.anchor());
        assertThat(outage.of(number).items()).extracting(HypothesisView::id).containsExactly(second.id(), first.id());
        String shown = ana.get(page).body();
        assertThat(shown).contains("Validated</b> by Ana Ruiz", "the &lt;b&gt;lag&lt;/b&gt; matches").doesNotContain("<b>lag</b>");
        assertThat(shown.indexOf("id=\"" + second.anchor())).isLessThan(shown.indexOf("id=\"" + first.anchor()));
        assertThat(shown).contains("Cause validated", "Hypothesis 2 validated: orders-db v18 was deployed");
        assertThat(ana.json("GET", "/api/v1/audit?action=hypothesis.validate", "").body()).contains(second.id().toString());
    }

    @Test
    void aRejectionAsksForItsReasonAndKeepsThePage() {
        HttpResponse<String> refused = ana.submit(page, first.path() + "/rejection", Map.of("reason", "  "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Reject this hypothesis", "The reason is missing", "checkout-service v1.2.3");

        ana.submit(page, first.path() + "/rejection", Map.of("reason", "errors began before it"));
        HypothesisView rejected = outage.of(number).items().get(0);
        assertThat(rejected.state()).isEqualTo("rejected");
        assertThat(rejected.verdict().reason()).isEqualTo("errors began before it");
        assertThat(ana.get(page).body()).contains("Rejected</b> by Ana Ruiz", "at first, " + first.confidence().percent() + " %");
    }

    @Test
    void anOverlongReasonIsKeptInTheFormWithTheMessage() {
        String reason = "x".repeat(2001);
        HttpResponse<String> refused = ana.submit(page, first.path() + "/validation", Map.of("reason", reason));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("takes 2000 characters at most", reason);
    }

    @Test
    void aVerdictCanBeTakenBackAndNotBeOverruledSilently() {
        ana.submit(page, first.path() + "/validation", Map.of());
        assertThat(ana.submit(page, first.path() + "/rejection", Map.of("reason", "no")).statusCode()).isEqualTo(409);

        assertThat(ana.submit(page, first.path() + "/validation", Map.of("_method", "delete")).statusCode()).isEqualTo(303);
        assertThat(outage.of(number).items().get(0).open()).isTrue();
        assertThat(ana.submit(page, first.path() + "/rejection", Map.of("reason", "no")).statusCode()).isEqualTo(303);
    }

    @Test
    void theSameVerdictTwiceIsOne() {
        ana.submit(page, first.path() + "/validation", Map.of("reason", "once"));
        assertThat(ana.submit(page, first.path() + "/validation", Map.of("reason", "twice")).statusCode()).isEqualTo(303);

        assertThat(outage.of(number).items().get(0).verdict().reason()).isEqualTo("once");
    }

    @Test
    void whatPeopleJudgedOutlivesAnotherRun() {
        ana.submit(page, first.path() + "/rejection", Map.of("reason", "not it"));
        assertThat(ana.submit(page, page + "/hypotheses", Map.of()).statusCode()).isEqualTo(303);

        assertThat(outage.of(number).items()).extracting(HypothesisView::rank).containsExactly(1, 2);
        assertThat(outage.of(number).items().get(0).state()).isEqualTo("rejected");
    }

    @Test
    void scriptsAndProgramsGetWhatTheRunFound() {
        String token = Browsing.token(ana.get(page).body());

        assertThat(ana.json("POST", page + "/hypotheses", "", "HX-Request", "true", "X-CSRF-TOKEN", token).body())
                .contains("id=\"hypotheses-" + number, "2 found in", first.claim(), second.anchor());
        HttpResponse<String> answer = ana.json("POST", "/api/v1/incidents/" + number + "/hypotheses", "", "X-CSRF-TOKEN", token);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains(first.id().toString(), "\"status\":\"done\"");
        assertThat(ana.json("POST", first.path() + "/validation", "", "HX-Request", "true", "X-CSRF-TOKEN", token).body().strip())
                .startsWith("<article").contains(first.anchor(), "Validated</b> by Ana Ruiz");
    }

    @Test
    void aViewerReadsButDoesNotJudge() {
        Browsing vic = signedIn(outage.organisation.viewer());

        assertThat(vic.submit(page, first.path() + "/validation", Map.of("reason", "me")).statusCode()).isEqualTo(403);
        assertThat(vic.submit(page, page + "/hypotheses", Map.of()).statusCode()).isEqualTo(403);
        assertThat(vic.get(page).body()).contains("checkout-service v1.2.3 was deployed");
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        outage.begin();
        Browsing stranger = signedIn(outage.organisation.admin());

        assertThat(stranger.get("/api/v1/incidents/" + number + "/hypotheses").statusCode()).isEqualTo(404);
        assertThat(stranger.submit("/incidents/new", first.path() + "/validation", Map.of()).statusCode()).isEqualTo(404);
        Long visible = outage.as(() -> transaction.execute(status -> jdbc.sql("select count(*) from hypotheses").query(Long.class).single()));
        assertThat(visible).isZero();
    }

    @Test
    void programsReadTheContractsShape() {
        assertThat(ana.get("/api/v1/incidents/INC-" + number + "/hypotheses").body())
                .contains("\"items\":[{\"id\":\"" + first.id() + "\",\"rank\":1,\"claim\":\"checkout-service v1.2.3", "\"confidence_score\":0.",
                        "\"state\":\"open\"", "\"service\":\"checkout-service\"", "\"evidence\":[{\"kind\":\"change\",\"text\":\"", "\"url\":\"/services/checkout-service#change-",
                        "\"status\":\"done\"", "\"abstained\":null");
        assertThat(ana.get("/api/v1/incidents/999999/hypotheses").statusCode()).isEqualTo(404);
    }

    @Test
    void openPagesSeeTheVerdictAsTheCardThatTheyKnow() {
        try (LiveClient live = new LiveClient(port, cookie, "incident:" + number, null)) {
            ana.submit(page, first.path() + "/validation", Map.of("reason", "it is"));

            Processes.await("the card is pushed", () -> live.events().stream().anyMatch(event -> event.name().equals("incident:" + number + ".hypotheses")
                    && event.data().contains("id=\"" + first.anchor() + "\"") && event.data().contains("Validated</b> by Ana Ruiz")));
            assertThat(live.events()).allSatisfy(event -> assertThat(event.data()).doesNotContain("_csrf"));
        }
    }

    @Test
    void aNewCauseStreamsInByItselfBeforeTheRunIsOverAndTheOrderFollows() {
        try (LiveClient live = new LiveClient(port, cookie, "incident:" + number, null)) {
            outage.deployed("checkout-service", "v1.2.4", Duration.ofMinutes(1));
            outage.again(number);
            String added = outage.of(number).items().get(0).anchor();

            Processes.await("the order is pushed", () -> pushed(live).stream().anyMatch(html -> html.contains("id=\"hypothesis-list-" + number)));
            List<String> pushed = pushed(live);
            String list = pushed.stream().filter(html -> html.contains("id=\"hypothesis-list-")).findFirst().orElseThrow();
            assertThat(pushed.get(0)).containsPattern("looking, [23] so far");
            assertThat(pushed.subList(0, pushed.indexOf(list))).anyMatch(html -> html.startsWith("<article") && html.contains(added) && html.contains("v1.2.4"));
            assertThat(list.indexOf(added)).isLessThan(list.indexOf(first.anchor()));
        }
    }

    private List<String> pushed(LiveClient live) {
        return live.events().stream().filter(event -> event.name().equals("incident:" + number + ".hypotheses")).map(LiveClient.Event::data).toList();
    }
}
