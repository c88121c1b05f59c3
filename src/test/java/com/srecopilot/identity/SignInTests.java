package com.srecopilot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;

import com.srecopilot.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningApp
class SignInTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    private Organisation organisation;
    private Browsing browser;

    @BeforeEach
    void arrive() {
        organisation = Organisation.found(installation, people);
        browser = new Browsing(port);
    }

    @Test
    void theRightPasswordOpensTheDoorWithANewSession() {
        browser.get("/login");
        String before = browser.cookie("SRECOPILOT").orElseThrow();
        HttpResponse<String> answer = browser.signIn(organisation.admin(), Organisation.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.cookie("SRECOPILOT")).isPresent().get().isNotEqualTo(before);
        assertThat(browser.get("/me").body()).contains("Ana Ruiz", organisation.admin());
    }

    @Test
    void theSessionCookieIsHttpOnlyAndLaxAndNotSecureOverPlainHttp() {
        String cookie = browser.get("/login").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
    }

    @Test
    void aWrongPasswordKeepsTheEmailAndSaysSo() {
        HttpResponse<String> answer = browser.signIn(organisation.admin(), "something else");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("belong together", "value=\"" + organisation.admin() + "\"").doesNotContain("something else");
    }

    @Test
    void anUnknownEmailLooksTheSameAsAWrongPassword() {
        assertThat(browser.signIn("nobody@nowhere.test", "whatever it is").body()).contains("belong together");
    }

    @Test
    void afterTenFailuresEvenTheRightPasswordHasToWait() {
        for (int i = 0; i < 10; i++) {
            browser.signIn(organisation.viewer(), "guess " + i);
        }
        HttpResponse<String> answer = browser.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("Too many failed attempts. Try again in 15 min.");
        assertThat(new Browsing(port).signIn(organisation.admin(), Organisation.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void nineFailuresAreForgivenByTheRightPassword() {
        for (int i = 0; i < 9; i++) {
            assertThat(browser.signIn(organisation.viewer(), "guess " + i).statusCode()).isEqualTo(401);
        }
        assertThat(browser.signIn(organisation.viewer(), Organisation.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void aDeepLinkSurvivesTheSignInAndItsPageIsNamed() {
        HttpResponse<String> sent = browser.get("/settings/users?from=mail");
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(browser.get("/login").body()).contains("You will return to", "Settings");
        HttpResponse<String> answer = browser.signIn(organisation.admin(), Organisation.PASSWORD);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/settings/users?from=mail");
    }

    @Test
    void aStreamIsNeverWhereOneReturnsTo() {
        browser.get("/settings/users");
        assertThat(browser.get("/live?topics=alerts", "Accept", "text/html").statusCode()).isEqualTo(401);
        HttpResponse<String> answer = browser.signIn(organisation.admin(), Organisation.PASSWORD);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/settings/users");
    }

    @Test
    void signingOutEndsTheSession() {
        browser.signIn(organisation.admin(), Organisation.PASSWORD);
        assertThat(browser.submit("/me", "/logout", Map.of()).statusCode()).isEqualTo(302);
        assertThat(browser.get("/me").headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void aDisabledPersonIsNobodyFromTheNextRequestOn() {
        browser.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        organisation.as(() -> {
            people.disable(people.byEmail(organisation.viewer()).orElseThrow().id());
            return null;
        });
        assertThat(browser.get("/me").statusCode()).isEqualTo(303);
        assertThat(new Browsing(port).signIn(organisation.viewer(), Organisation.PASSWORD).body()).contains("disabled");
    }

    @Test
    void aFormOlderThanTheSessionIsRefusedInPlainWords() {
        browser.signIn(organisation.admin(), Organisation.PASSWORD);
        HttpResponse<String> answer = browser.post("/me/name", "an-old-token", Map.of("name", "Eve"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was stale", "reload");
    }
}
