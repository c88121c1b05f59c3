package com.srecopilot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.srecopilot.RunningApp;

@RunningApp
class SearchTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    private Browsing ana;

    @BeforeEach
    void begin() {
        Organisation organisation = Organisation.found(installation, people);
        ana = new Browsing(port);
        ana.signIn(organisation.admin(), Organisation.PASSWORD);
        ana.submit("/services/new", "/services", Map.of("name", "payment-service", "tier", "1", "region", "eu-west"));
        ana.submit("/incidents/new", "/incidents", Map.of("title", "Payments <b>fail</b>", "description", "Every second one.", "severity", "high", "service", "payment-service"));
    }

    @Test
    void findsIncidentsServicesPeopleAndPages() {
        assertThat(ana.get("/search?q=pay").body()).contains("Payments &lt;b&gt;fail&lt;/b&gt;", "/incidents/1", "/services/payment-service").doesNotContain("<b>fail");
        assertThat(ana.get("/search?q=vic").body()).contains("Vic Tan", "/incidents?assignee=");
        assertThat(ana.get("/search?q=aud").body()).contains("href=\"/audit\"");
        assertThat(ana.get("/search?q=nothing-at-all").body()).contains("Nothing has these words");
    }

    @Test
    void leadsStraightToWhatIsNamedExactly() {
        HttpResponse<String> numbered = ana.get("/search?q=inc-1");
        assertThat(numbered.statusCode()).isEqualTo(303);
        assertThat(numbered.headers().firstValue("Location").orElseThrow()).endsWith("/incidents/1");
        assertThat(ana.get("/search?q=payment-service").headers().firstValue("Location").orElseThrow()).endsWith("/services/payment-service");
    }

    @Test
    void givesTheBoxTheListOnly() {
        assertThat(ana.get("/search?q=pay", "HX-Request", "true").body()).contains("/incidents/1").doesNotContain("<html");
        assertThat(ana.get("/incidents").body()).contains("action=\"/search\"");
    }

    @Test
    void putsUpWithAnyWords() {
        for (String words : new String[] {"%25", "_", "%5C", "%00", "%27%22", "%3Cscript%3E", "x".repeat(5_000), "%F0%9F%94%A5", ""}) {
            assertThat(ana.get("/search?q=" + words).statusCode()).as(words).isEqualTo(200);
        }
    }
}
