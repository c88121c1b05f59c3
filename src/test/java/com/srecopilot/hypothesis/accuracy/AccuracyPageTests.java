package com.srecopilot.hypothesis.accuracy;


import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;

import static org.assertj.core.api.Assertions.assertThat;

@RunningApp
class AccuracyPageTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;

    @Test
    void aViewerSeesTheFiguresAndThatThereAreTooFewVerdicts() {
        Browsing browser = new Browsing(port);
        browser.signIn(Organisation.found(installation, people).viewer(), Organisation.PASSWORD);
        String page = browser.get("/hypotheses/accuracy").body();

        assertThat(page).contains("Accuracy of suspected causes", "too few verdicts", "this engine, system unseen", "<circle class=\"dot\"");
        assertThat(page).contains("Suggested severities and categories", "nothing that was suggested belongs to a resolved incident yet");
        assertThat(page).contains("href=\"/hypotheses/accuracy\"");
    }
}
