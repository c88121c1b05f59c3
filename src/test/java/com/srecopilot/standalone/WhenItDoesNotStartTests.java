package com.srecopilot.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.srecopilot.stories.Processes;

/** What newcomers set wrongly, before real servers: each is one line that the README's table explains, and status 1. */
class WhenItDoesNotStartTests {

    private static final String DATABASE = "SPRING_DATASOURCE_URL";
    private static final String USER = "SPRING_DATASOURCE_USERNAME";
    private static final String PASSWORD = "SPRING_DATASOURCE_PASSWORD";
    private static final String REDIS = "SPRING_DATA_REDIS_URL";

    private static Home home;
    private static EmbeddedPostgres postgres;
    private static EmbeddedRedis redis;
    private static ServerSocket taken;
    private static FormerServers redis5;
    private static FormerServers postgres13;

    @BeforeAll
    static void start() throws IOException, SQLException {
        home = Home.fresh("not-starting").withPrograms();
        postgres = home.postgres();
        redis = home.redis();
        taken = new ServerSocket(0);
        redis5 = FormerServers.redis5();
        postgres13 = FormerServers.postgres13();
        try (Connection superuser = new PostgresRoles(home.folder, postgres.port()).connect("srecopilot", "postgres")) {
            superuser.createStatement().execute("create role lawless login bypassrls password 'p'; create role stranger login password 'p';"
                    + "create role guest login password 'p' in role srecopilot_app");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        taken.close();
        redis5.close();
        postgres13.close();
        redis.stop();
        postgres.stop();
        home.close();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("the password of the database", () -> app(PASSWORD, "guess"), "refuses the password of \"srecopilot_app\""),
                mistake("a database that is not there", () -> app(DATABASE, PostgresRoles.url(postgres.port(), "elsewhere")), "has no database \"elsewhere\""),
                mistake("a database that is down", () -> app(DATABASE, PostgresRoles.url(LocalPort.anyFree(), "x")), "does not answer"),
                mistake("a PostgreSQL of another time", () -> app(DATABASE, PostgresRoles.url(postgres13.port(), "x")), "is version 13.16, which is too old. Use PostgreSQL 14"),
                mistake("a host that nobody knows", () -> app(DATABASE, "jdbc:postgresql://no-such-host.invalid/x"), "does not answer"),
                mistake("another kind of database", () -> app(DATABASE, "jdbc:mysql://localhost/x"), "works with PostgreSQL"),
                mistake("a superuser", () -> login("postgres", home.folder.secret("postgres")), "\"postgres\" is a superuser"),
                mistake("a role above the policies", () -> login("lawless", "p"), "\"lawless\" has BYPASSRLS"),
                mistake("a role with no rights", () -> login("stranger", "p"), "nor act as it"),
                mistake("a role that owns nothing", () -> login("guest", "p"), "may not create or change the tables"),
                mistake("a role beside the application's", () -> owned(login("stranger", "p")), "does not belong to it"),
                mistake("the password of Redis", () -> app(REDIS, redis("guess", redis.port())), "refuses us"),
                mistake("a Redis that is down", () -> app(REDIS, redis("any", LocalPort.anyFree())), "does not answer"),
                mistake("a Redis of another time", () -> app(REDIS, redis("any", redis5.port())), "is version 5.0.14, which is too old. Use Redis 6"),
                mistake("no address of a Redis", () -> app(REDIS, "localhost"), "is not an address of a Redis"),
                mistake("a port in use", () -> app("SERVER_PORT", String.valueOf(taken.getLocalPort())), "is in use by another program"),
                mistake("no port", () -> app("SERVER_PORT", "http"), "which is no port"),
                mistake("no address of our own", () -> app("SRECOPILOT_BASE_URL", "copilot.example.com"), "which is no address"),
                mistake("a folder that is none", () -> Map.of("SRECOPILOT_HOME", "pom.xml"), "cannot be written to"),
                mistake("a folder in use", () -> Map.of("SRECOPILOT_HOME", home.folder.home().toString()), "in use by another SRE Copilot"),
                mistake("a value that does not fit", () -> app("SRECOPILOT_SIGNIN_WINDOW", "soon"), "srecopilot.sign-in.window cannot be \"soon\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isOneLineThatTheReadmeExplains(String mistake, Settings settings, String words) throws Exception {
        Process process = process(settings.get());
        String complained = new String(process.getErrorStream().readAllBytes());
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(complained).as("after saying: %s", said).startsWith("SRE Copilot cannot start: ").contains(words).hasLineCount(1);
        assertThat(said).doesNotContain("ERROR", "WARN", "\tat ");
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(explained()).as("rows of the README").anyMatch(row -> row.matcher(complained).find());
    }

    @Test
    void anOldJavaIsToldSo() {
        assertThat(List.of("1.8", "9", "11", "16")).allMatch(com.srecopilot.standalone.report.JavaVersion::isTooOld);
        assertThat(List.of("17", "21", "25")).noneMatch(com.srecopilot.standalone.report.JavaVersion::isTooOld);
    }

    private interface Settings {
        Map<String, String> get();
    }

    private static Arguments mistake(String name, Settings settings, String words) {
        return Arguments.of(name, settings, words);
    }

    private static Map<String, String> app(String name, String value) {
        Map<String, String> settings = login("srecopilot_app", home.folder.secret("srecopilot_app"));
        owned(settings).put(name, value);
        return settings;
    }

    private static Map<String, String> owned(Map<String, String> settings) {
        settings.putAll(Map.of("SPRING_LIQUIBASE_USER", "srecopilot", "SPRING_LIQUIBASE_PASSWORD", home.folder.secret("srecopilot")));
        return settings;
    }

    private static Map<String, String> login(String role, String password) {
        return new HashMap<>(Map.of(DATABASE, PostgresRoles.url(postgres.port(), "srecopilot"), USER, role, PASSWORD, password,
                REDIS, redis(home.folder.secret("redis"), redis.port()), "SERVER_PORT", "0"));
    }

    private static String redis(String password, int port) {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    /** The table's first column, with … for what differs. */
    private static List<Pattern> explained() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream().dropWhile(line -> !line.startsWith("## When it doesn't start"))
                .filter(line -> line.startsWith("| `")).map(line -> line.substring(3, line.indexOf('`', 3)))
                .map(text -> Stream.of(text.split("…")).map(Pattern::quote).collect(Collectors.joining(".+"))).map(Pattern::compile).toList();
    }

    private static Process process(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Processes.command("com.srecopilot.standalone.report.JavaVersion"));
        builder.environment().putAll(settings);
        return builder.start();
    }
}
