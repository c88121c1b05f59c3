package com.srecopilot.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Each wrong setting has its own sentence. */
class ExternalServersTests {

    private static Home home;
    private static EmbeddedPostgres postgres;
    private static EmbeddedRedis redis;

    @BeforeAll
    static void start() throws IOException, SQLException {
        home = Home.fresh("external-tests").withPrograms();
        postgres = home.postgres();
        redis = home.redis();
        try (Connection superuser = new PostgresRoles(home.folder, postgres.port()).connect("srecopilot", "postgres")) {
            superuser.createStatement().execute("create role lawless login bypassrls password 'p';"
                    + "create role sole login password 'p' in role srecopilot_app, srecopilot");
        }
    }

    @AfterAll
    static void stop() {
        redis.stop();
        postgres.stop();
        home.close();
    }

    @Test
    void anOwnerAndAnApplicationRoleNeedNoMore() {
        assertThat(new ExternalPostgres(app().withProperty("spring.liquibase.user", "srecopilot")
                .withProperty("spring.liquibase.password", home.folder.secret("srecopilot"))).check()).isEmpty();
    }

    @Test
    void anOwnerAloneStepsDownOnEveryConnection() {
        Map<String, Object> added = new ExternalPostgres(postgres("sole", "p")).check();
        assertThat(added).containsEntry("spring.datasource.hikari.connection-init-sql", "set role srecopilot_app")
                .containsEntry("spring.liquibase.user", "sole").containsEntry("spring.liquibase.password", "p")
                .containsEntry("spring.liquibase.url", url());
    }

    @Test
    void anOwnerThatCannotStepDown() {
        problem(postgres("srecopilot", home.folder.secret("srecopilot"))).hasMessageContaining("nor act as it");
    }

    @Test
    void wrongPassword() {
        problem(app().withProperty("spring.datasource.password", "guess"))
                .hasMessageContaining("refuses the password of \"srecopilot_app\"");
    }

    @Test
    void wrongPasswordOfTheOwner() {
        problem(app().withProperty("spring.liquibase.user", "srecopilot").withProperty("spring.liquibase.password", "guess"))
                .hasMessageContaining("refuses the password of \"srecopilot\"").extracting("advice").asString().contains("SPRING_LIQUIBASE_USER");
    }

    @Test
    void superuser() {
        problem(postgres("postgres", home.folder.secret("postgres"))).hasMessageContaining("\"postgres\" is a superuser");
    }

    @Test
    void roleAboveThePolicies() {
        problem(postgres("lawless", "p")).hasMessageContaining("\"lawless\" has BYPASSRLS");
    }

    @Test
    void noSuchDatabase() {
        problem(app().withProperty("spring.datasource.url", PostgresRoles.url(postgres.port(), "elsewhere")))
                .hasMessageContaining("has no database \"elsewhere\"");
    }

    @Test
    void nobodyListens() {
        problem(app().withProperty("spring.datasource.url", PostgresRoles.url(LocalPort.anyFree(), "srecopilot")))
                .hasMessageContaining("does not answer");
    }

    @Test
    void anotherKindOfDatabase() {
        problem(app().withProperty("spring.datasource.url", "jdbc:mysql://localhost/x")).hasMessageContaining("works with PostgreSQL");
    }

    @Test
    void redisWithItsPassword() {
        new ExternalRedis(redis(home.folder.secret("redis"), redis.port())).check();
    }

    @Test
    void redisWithAWrongPassword() {
        assertThatThrownBy(() -> new ExternalRedis(redis("guess", redis.port())).check())
                .isInstanceOf(StartupProblem.class).hasMessageContaining("invalid username-password pair");
    }

    @Test
    void redisDown() {
        assertThatThrownBy(() -> new ExternalRedis(redis("any", LocalPort.anyFree())).check())
                .isInstanceOf(StartupProblem.class).hasMessageContaining("does not answer");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> problem(MockEnvironment environment) {
        return assertThatThrownBy(() -> new ExternalPostgres(environment).check()).isInstanceOf(StartupProblem.class);
    }

    private static MockEnvironment app() {
        return postgres("srecopilot_app", home.folder.secret("srecopilot_app"));
    }

    private static MockEnvironment postgres(String role, String password) {
        return new MockEnvironment().withProperty("spring.datasource.url", url())
                .withProperty("spring.datasource.username", role).withProperty("spring.datasource.password", password);
    }

    private static String url() {
        return PostgresRoles.url(postgres.port(), "srecopilot");
    }

    private static MockEnvironment redis(String password, int port) {
        return new MockEnvironment().withProperty("spring.data.redis.url", "redis://:" + password + "@127.0.0.1:" + port);
    }
}
