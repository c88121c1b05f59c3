package com.srecopilot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import com.srecopilot.standalone.Greeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Needs an installation of its own: an empty one. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class SetupTests {

    @TempDir
    private static Path home;
    @LocalServerPort
    private int port;
    @Autowired
    @Qualifier("setupLink")
    private Greeting link;

    @DynamicPropertySource
    static void ownHome(DynamicPropertyRegistry properties) {
        properties.add("srecopilot.home", home::toString);
    }

    @Test
    void theFirstRunsLinkFoundsTheOrganisationOnceAndIsGone() {
        Browsing browser = new Browsing(port);
        String address = link.lines().get(1);
        String token = address.substring(address.indexOf("token=") + 6);
        assertThat(browser.get("/setup?token=guess").statusCode()).isEqualTo(404);
        String page = "/setup?token=" + token;
        assertThat(browser.get(page).body()).contains("Set up SRE Copilot");
        assertThat(browser.submit(page, "/setup", form(token, "short")).statusCode()).isEqualTo(422);
        assertThat(browser.submit(page, "/setup", form(token, "a-long-password")).statusCode()).isEqualTo(303);
        assertThat(browser.get(page).statusCode()).isEqualTo(404);
        assertThat(link.lines()).isEmpty();
        browser.signIn("ana@acme.test", "a-long-password");
        assertThat(browser.get("/me").body()).contains("Ana Ruiz", "Acme");
    }

    private static Map<String, String> form(String token, String password) {
        return Map.of("token", token, "organisation", "Acme", "name", "Ana Ruiz", "email", "ana@acme.test", "password", password);
    }
}
