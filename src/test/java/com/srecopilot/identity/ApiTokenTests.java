package com.srecopilot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.srecopilot.RunningApp;
import com.srecopilot.stories.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@RunningApp
class ApiTokenTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private Passwords passwords;
    @Autowired
    private JsonMapper json;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    private Organisation organisation;
    private Browsing program;

    @BeforeEach
    void arrive() {
        organisation = Organisation.found(installation, people);
        program = new Browsing(port);
    }

    @Test
    void aLoginAnswersTokensThatOpenTheApi() {
        Map<?, ?> tokens = login();
        assertThat(tokens.get("tokenType")).isEqualTo("Bearer");
        assertThat(tokens.get("expiresIn")).isEqualTo(900);
        HttpResponse<String> me = program.get("/api/v1/me", "Authorization", "Bearer " + tokens.get("accessToken"));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"email\":\"" + organisation.admin() + "\"", "\"permissions\":[\"*\"]", "\"role\":\"admin\"");
    }

    @Test
    void tokensAreSignedByAPublishedKey() {
        String header = new String(Base64.getUrlDecoder().decode(login().get("accessToken").toString().split("\\.")[0]));
        assertThat(header).contains("\"alg\":\"RS256\"");
        String kid = json.readTree(header).get("kid").asString();
        assertThat(program.get("/.well-known/jwks.json").body()).contains(kid).doesNotContain("\"d\":");
    }

    @Test
    void aForgedOrUnsignedTokenIsRefused() {
        String token = login().get("accessToken").toString();
        assertThat(program.get("/api/v1/me", "Authorization", "Bearer " + token.substring(0, token.length() - 6) + "AAAAAA").statusCode()).isEqualTo(401);
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes()) + "." + token.split("\\.")[1] + ".";
        HttpResponse<String> answer = program.get("/api/v1/me", "Authorization", "Bearer " + none);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"status\":401");
    }

    @Test
    void aRefreshTokenIsGoodForOneUseAndItsReuseEndsTheFamily() {
        String first = login().get("refreshToken").toString();
        String second = refresh(first, 200).get("refreshToken").toString();
        String third = refresh(second, 200).get("refreshToken").toString();
        refresh(first, 401);
        refresh(third, 401);
        assertThat(login().get("accessToken")).isNotNull();
    }

    @Test
    void ofManyRefreshesAtOnceOneWinsAndNoneIsLeftAfterwards() {
        String token = login().get("refreshToken").toString();
        String body = "{\"refreshToken\":\"" + token + "\"}";
        List<HttpResponse<String>> answers = IntStream.range(0, 8).parallel()
                .mapToObj(i -> new Browsing(port).json("POST", "/api/v1/auth/refresh", body)).toList();
        List<HttpResponse<String>> won = answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(won).hasSize(1);
        refresh(tokens(won.get(0)).get("refreshToken").toString(), 401);
    }

    @Test
    void aChangedPasswordVoidsTheRefreshTokens() {
        String token = login().get("refreshToken").toString();
        organisation.as(() -> {
            passwords.change(people.byEmail(organisation.admin()).orElseThrow().id(), Organisation.PASSWORD, "another-Passw0rd!");
            return null;
        });
        Processes.await("no token is left", this::noTokenIsLeft);
        refresh(token, 401);
    }

    @Test
    void aWrongPasswordIsUnauthorizedAndTooManyHaveToWait() {
        for (int i = 0; i < 10; i++) {
            assertThat(attempt("guess").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = attempt(Organisation.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aSessionMayWriteOnlyTogetherWithItsToken() {
        program.signIn(organisation.admin(), Organisation.PASSWORD);
        String body = "{\"text\":\"x\"}";
        HttpResponse<String> refused = program.json("POST", "/api/probe/echo", body);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("X-CSRF-TOKEN");
        String token = Browsing.token(program.get("/me").body());
        assertThat(program.json("POST", "/api/probe/echo", body, "X-CSRF-TOKEN", token).statusCode()).isEqualTo(200);
        assertThat(program.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aBearerNeedsNoTokenAndGetsNoCookie() {
        HttpResponse<String> answer = program.json("POST", "/api/probe/echo", "{\"text\":\"x\"}", "Authorization", "Bearer " + login().get("accessToken"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(program.cookie("SRECOPILOT")).isEmpty();
    }

    @Test
    void missingFieldsAreNamed() {
        HttpResponse<String> answer = program.json("POST", "/api/v1/auth/login", "{\"email\":\"x@y.test\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"password\"");
    }

    @Test
    void aDisabledPersonsTokenOpensNothing() {
        Map<?, ?> tokens = tokens(program.json("POST", "/api/v1/auth/login", body(organisation.viewer(), Organisation.PASSWORD)));
        organisation.as(() -> {
            people.disable(people.byEmail(organisation.viewer()).orElseThrow().id());
            return null;
        });
        assertThat(program.get("/api/v1/me", "Authorization", "Bearer " + tokens.get("accessToken")).statusCode()).isEqualTo(401);
    }

    @Test
    void theApiDocumentIsForTheSignedIn() {
        assertThat(program.get("/v3/api-docs").statusCode()).isEqualTo(401);
        assertThat(program.get("/v3/api-docs", "Authorization", "Bearer " + login().get("accessToken")).body()).contains("/api/v1/auth/login");
    }

    private Map<?, ?> login() {
        return tokens(attempt(Organisation.PASSWORD));
    }

    private HttpResponse<String> attempt(String password) {
        return program.json("POST", "/api/v1/auth/login", body(organisation.admin(), password));
    }

    private Map<?, ?> refresh(String token, int expected) {
        HttpResponse<String> answer = program.json("POST", "/api/v1/auth/refresh", "{\"refreshToken\":\"" + token + "\"}");
        assertThat(answer.statusCode()).isEqualTo(expected);
        return tokens(answer);
    }

    private boolean noTokenIsLeft() {
        return organisation.as(() -> transaction.execute(status -> jdbc.sql("select count(*) from refresh_tokens where revoked_at is null")
                .query(Integer.class).single())) == 0;
    }

    private Map<?, ?> tokens(HttpResponse<String> answer) {
        return json.readValue(answer.body(), Map.class);
    }

    private static String body(String email, String password) {
        return "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
    }
}
