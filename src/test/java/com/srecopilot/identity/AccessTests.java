package com.srecopilot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;

import com.srecopilot.RunningApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningApp
class AccessTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    private Browsing admin;
    private Browsing viewer;

    @BeforeEach
    void signIn() {
        Organisation organisation = Organisation.found(installation, people);
        admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
        viewer = new Browsing(port);
        viewer.signIn(organisation.viewer(), Organisation.PASSWORD);
    }

    @Test
    void aHandlerWithoutARuleIsForNobody() {
        assertThat(admin.get("/probe/unruled").statusCode()).isEqualTo(403);
        assertThat(admin.get("/api/probe/unruled").statusCode()).isEqualTo(403);
        assertThat(new Browsing(port).get("/api/probe/unruled").statusCode()).isEqualTo(401);
    }

    @Test
    void whoLacksAPermissionIsToldWhoHasIt() {
        HttpResponse<String> page = viewer.get("/settings/users");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("users:read", "Admin or SRE lead");
        assertThat(admin.get("/settings/users").statusCode()).isEqualTo(200);
    }

    @Test
    void theNavigationShowsOnlyWhatOneMayOpen() {
        assertThat(admin.get("/me").body()).contains("href=\"/audit\"", "href=\"/settings\"");
        assertThat(viewer.get("/me").body()).doesNotContain("href=\"/audit\"", "href=\"/settings\"");
    }

    @Test
    void aVerbIsDeniedToTheViewerWhateverTheirPageShows() {
        assertThat(viewer.submit("/me", "/settings/users", Map.of("name", "Eve", "email", "eve@x.test", "role", "admin")).statusCode()).isEqualTo(403);
        assertThat(viewer.submit("/me", "/settings/integrations", Map.of("name", "mine")).statusCode()).isEqualTo(403);
    }

    @Test
    void programsGetProblemsAndPeopleGetPages() {
        Browsing stranger = new Browsing(port);
        HttpResponse<String> api = stranger.get("/api/v1/me");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(api.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(stranger.get("/me").statusCode()).isEqualTo(303);
    }

    @Test
    void everyAnswerCarriesThePolicyAndItsRequestsId() {
        Stream.of("/login", "/me", "/nowhere", "/api/v1/nowhere", "/api/v1/me", "/css/tokens.css", "/probe/failing", "/ingest/nothing/here",
                "/actuator/health/liveness", "/actuator/env", "/a;b//../c").map(path -> admin.get(path)).forEach(answer -> {
                    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("none")).as(answer.uri().toString())
                            .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe", "inline");
                    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
                    assertThat(answer.headers().firstValue("X-Request-ID")).isPresent();
                });
    }

    @Test
    void stylesAndScriptsComeTogetherAndOnlyOnce() {
        Map.of("/css/all.css", "text/css", "/js/all.js", "text/javascript").forEach((path, type) -> {
            HttpResponse<String> all = new Browsing(port).get(path);
            assertThat(all.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
            assertThat(all.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(all.body().length()).isGreaterThan(20_000);
            assertThat(new Browsing(port).get(path, "If-None-Match", all.headers().firstValue("ETag").orElseThrow()).statusCode()).isEqualTo(304);
        });
    }

    @Test
    void aSaneRequestIdIsKeptAndAnotherReplaced() {
        assertThat(admin.get("/me", "X-Request-ID", "trace-4711").headers().firstValue("X-Request-ID")).contains("trace-4711");
        assertThat(admin.get("/me", "X-Request-ID", "<script>").headers().firstValue("X-Request-ID").orElseThrow()).hasSize(36);
    }

    @Test
    void unknownAddressesAndFailuresAnswerWithWordsAndWithoutInnards() {
        HttpResponse<String> missing = admin.get("/nowhere");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("does not exist");
        HttpResponse<String> failing = admin.get("/probe/failing");
        assertThat(failing.statusCode()).isEqualTo(500);
        assertThat(failing.body()).contains("request <code>").doesNotContain("secret detail", "com.srecopilot", "Exception");
        HttpResponse<String> problem = admin.get("/api/probe/failing");
        assertThat(problem.statusCode()).isEqualTo(500);
        assertThat(problem.body()).contains("\"request_id\"").doesNotContain("secret detail", "com.srecopilot", "Exception");
    }

    @Test
    void aStrangersMistypedAddressBeginsNoSession() {
        Browsing stranger = new Browsing(port);
        stranger.get("/nowhere");
        assertThat(stranger.cookie("SRECOPILOT")).isEmpty();
    }

    @Test
    void theThemeIsKeptInACookieAlsoForTheSignedOut() {
        Browsing stranger = new Browsing(port);
        assertThat(stranger.submit("/login", "/me/theme", Map.of("theme", "dark")).statusCode()).isEqualTo(303);
        assertThat(stranger.get("/login").body()).contains("data-theme=\"dark\"");
        assertThat(stranger.submit("/login", "/me/theme", Map.of("theme", "neon")).statusCode()).isEqualTo(400);
    }

    @Test
    void healthIsOpenMetricsAreLocalAndTheRestIsClosed() {
        Browsing stranger = new Browsing(port);
        assertThat(stranger.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.9").statusCode()).isEqualTo(401);
        assertThat(admin.get("/actuator/env").statusCode()).isIn(401, 403, 404);
    }
}
