package com.srecopilot.hypothesis.accuracy;


import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;

import static org.assertj.core.api.Assertions.assertThat;

@RunningApp
class AccuracyPageTests {

    @LocalServerPort
    private int port;

    @Test
    void aViewerSeesTheFiguresAndThatThereAreTooFewVerdicts() {
        Browsing browser = new Browsing(port);
        browser.signIn("vic@acme.test", Organisation.PASSWORD);
        String page = browser.get("/hypotheses/accuracy").body();

        assertThat(page).contains("Accuracy of suspected causes", "too few verdicts", "this engine, system unseen", "<circle class=\"dot\"");
        assertThat(page).contains("href=\"/hypotheses/accuracy\"");
    }
}
