package com.srecopilot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.srecopilot.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningApp
class ProfileTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    private Organisation organisation;
    private Browsing desk;

    @BeforeEach
    void signIn() {
        organisation = Organisation.found(installation, people);
        desk = new Browsing(port);
        desk.signIn(organisation.admin(), Organisation.PASSWORD);
    }

    @Test
    void aNewNameIsSeenOnTheNextPage() {
        assertThat(desk.submit("/me", "/me/name", Map.of("name", "Ana R.")).statusCode()).isEqualTo(303);
        assertThat(desk.get("/me").body()).contains("Your name is saved.", "Ana R.");
    }

    @Test
    void anotherSessionCanBeSignedOutFromHere() {
        Browsing phone = new Browsing(port);
        phone.signIn(organisation.admin(), Organisation.PASSWORD);
        Matcher other = Pattern.compile("action=\"(/me/sessions/[0-9a-f]+)\"").matcher(desk.get("/me").body());
        assertThat(other.find()).isTrue();
        assertThat(desk.submit("/me", other.group(1), Map.of("_method", "delete")).statusCode()).isEqualTo(303);
        assertThat(phone.get("/me").statusCode()).isEqualTo(303);
        assertThat(desk.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aChangedPasswordSignsOutTheOthersAndOpensTheDoor() {
        Browsing phone = new Browsing(port);
        phone.signIn(organisation.admin(), Organisation.PASSWORD);
        Map<String, String> form = Map.of("present", Organisation.PASSWORD, "next", "a-much-better-one");
        assertThat(desk.submit("/me", "/me/password", form).statusCode()).isEqualTo(303);
        assertThat(phone.get("/me").statusCode()).isEqualTo(303);
        assertThat(desk.get("/me").statusCode()).isEqualTo(200);
        assertThat(new Browsing(port).signIn(organisation.admin(), "a-much-better-one").statusCode()).isEqualTo(302);
    }

    @Test
    void aWrongPresentPasswordChangesNothingAndNoPasswordIsEchoed() {
        HttpResponse<String> answer = desk.submit("/me", "/me/password", Map.of("present", "not this one", "next", "a-much-better-one"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Is not your present password").doesNotContain("a-much-better-one", "not this one");
        assertThat(desk.submit("/me", "/me/password", Map.of("present", Organisation.PASSWORD, "next", "short")).body()).contains("Takes at least 12 characters");
    }

    @Test
    void anAdminAddsSomeoneWhoCanSignInWithThePasswordShownOnce() {
        String email = "new-" + organisation.admin();
        desk.submit("/settings/users", "/settings/users", Map.of("name", "New One", "email", email, "role", "sre_engineer"));
        Matcher password = Pattern.compile("<code>([A-Za-z0-9-]{19})</code>").matcher(desk.get("/settings/users").body());
        assertThat(password.find()).isTrue();
        assertThat(desk.get("/settings/users").body()).doesNotContain(password.group(1)).contains("New One");
        assertThat(new Browsing(port).signIn(email, password.group(1)).statusCode()).isEqualTo(302);
    }

    @Test
    void theLastAdminIsToldWhyTheyStay() {
        String id = organisation.as(() -> people.byEmail(organisation.admin()).orElseThrow().id()).toString();
        desk.submit("/settings/users", "/settings/users/" + id + "/deactivation", Map.of());
        assertThat(desk.get("/settings/users").body()).contains("is the last admin");
    }

    @Test
    void theSettingsPagesRender() {
        assertThat(desk.get("/settings").body()).contains("Integrations", "Users", "Roles");
        assertThat(desk.get("/settings/roles").body()).contains("incidents:write", "SRE engineer");
    }
}
