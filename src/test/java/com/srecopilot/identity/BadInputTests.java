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
class BadInputTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    private Browsing admin;
    private String token;

    @BeforeEach
    void signIn() {
        Organisation organisation = Organisation.found(installation, people);
        admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
        token = Browsing.token(admin.get("/me").body());
    }

    @Test
    void malformedJsonIsNamedByLineAndColumn() {
        assertThat(echo("{\"text\": ").statusCode()).isEqualTo(400);
        assertThat(echo("{\"text\": ").body()).contains("isn't valid JSON", "line 1");
    }

    @Test
    void aValueOfTheWrongKindNamesItsField() {
        HttpResponse<String> answer = echo("{\"number\": \"many\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"number\"", "must be a number").doesNotContain("java.");
        assertThat(echo("{\"number\": 99999999999}").statusCode()).isEqualTo(400);
        assertThat(echo("[]").statusCode()).isEqualTo(400);
        assertThat(echo("").statusCode()).isEqualTo(400);
    }

    @Test
    void whatCannotBeStoredIsRefusedFromProgramsAndTakenOutOfForms() {
        HttpResponse<String> refused = echo("{\"text\": \"a\\u0000b\\ud800c\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"text\"", "U+0000");
        assertThat(echo("{\"more\": {\"k\": \"v\\udfff\"}}").statusCode()).isEqualTo(400);
        assertThat(admin.submit("/me", "/me/name", Map.of("name", "An\u0000a")).statusCode()).isEqualTo(303);
        assertThat(admin.get("/api/v1/me").body()).contains("\"Ana\"");
    }

    @Test
    void unknownKeysAreIgnored() {
        assertThat(echo("{\"text\": \"x\", \"unheard\": {\"of\": [1]}}").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyBeyondOneMebibyteIsRefused() {
        HttpResponse<String> answer = echo("{\"text\": \"" + "x".repeat(1 << 20) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"status\":413");
    }

    @Test
    void anotherMethodOrContentIsRefusedByItsOwnStatus() {
        assertThat(admin.get("/api/probe/echo").statusCode()).isEqualTo(405);
        assertThat(admin.json("POST", "/api/probe/echo", "x", "X-CSRF-TOKEN", token, "Content-Type", "text/plain").statusCode()).isEqualTo(415);
    }

    @Test
    void htmlInANameIsShownAsText() {
        admin.submit("/me", "/me/name", Map.of("name", "<img src=x>"));
        assertThat(admin.get("/me").body()).contains("&lt;img src=x&gt;").doesNotContain("<img src=x>");
    }

    @Test
    void aFormSaysWhichFieldAndKeepsWhatWasTyped() {
        HttpResponse<String> answer = admin.submit("/settings/users", "/settings/users", Map.of("name", "Bo Lind", "email", "no address", "role", "viewer"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Is not an e-mail address", "value=\"Bo Lind\"", "value=\"no address\"");
    }

    @Test
    void strangeIdsAndDatesAreRefusedInWords() {
        assertThat(admin.get("/audit?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(admin.get("/audit?from=0000-00-00").statusCode()).isEqualTo(400);
        assertThat(admin.get("/audit?from=0001-01-01&to=9999-12-31").statusCode()).isEqualTo(200);
        assertThat(admin.get("/api/v1/audit?from=%2B999999999-01-01T00:00:00Z").statusCode()).isEqualTo(400);
        assertThat(admin.submit("/me", "/settings/users/not-a-uuid/role", Map.of("role", "viewer")).statusCode()).isEqualTo(400);
    }

    @Test
    void whatTheServerCantEvenParseIsTheSendersFault() {
        assertThat(admin.submit("/me", "/me/name", Map.of("name", "x".repeat(3 << 20))).statusCode()).isBetween(400, 499);
        assertThat(admin.json("POST", "/me/name", "--x", "Content-Type", "multipart/form-data; boundary=y").statusCode()).isBetween(400, 499);
        assertThat(admin.submit("/me", "/me/theme", Map.of()).statusCode()).isEqualTo(400);
        assertThat(admin.submit("/me", "/me/name", Map.of("name", "x".repeat(81))).statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> echo(String body) {
        return admin.json("POST", "/api/probe/echo", body, "X-CSRF-TOKEN", token);
    }
}
