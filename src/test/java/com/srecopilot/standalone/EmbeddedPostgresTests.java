package com.srecopilot.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTests {

    private static Home home;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        home = Home.fresh("postgres-tests").withPrograms();
        postgres = home.postgres();
    }

    @AfterAll
    static void stop() {
        postgres.stop();
        home.close();
    }

    @Test
    void theApplicationAndTheOwnerAreOrdinaryRoles() throws SQLException {
        assertThat(asSuperuser("select count(*) from pg_roles where rolname in ('srecopilot', 'srecopilot_app') and rolcanlogin"
                + " and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)")).isEqualTo("2");
        assertThat(asSuperuser("select pg_get_userbyid(datdba) from pg_database where datname = 'srecopilot'")).isEqualTo("srecopilot");
    }

    @Test
    void theOwnerMakesTablesAndTheApplicationMayNot() throws SQLException {
        execute(PostgresRoles.OWNER, "create extension if not exists pg_trgm; create table if not exists made (id int)");
        assertThatThrownBy(() -> execute(PostgresRoles.APP, "create table unmade (id int)")).hasMessageContaining("permission denied");
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws SQLException {
        assertThat(List.of(asSuperuser("show fsync"), asSuperuser("show synchronous_commit"), asSuperuser("show full_page_writes")))
                .containsOnly("on");
        assertThat(asSuperuser("show server_version")).startsWith("18.");
    }

    @Test
    void onlyThisMachineGetsInAndOnlyWithAPassword() throws Exception {
        assertThat(asSuperuser("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(asSuperuser("show unix_socket_directories")).isEmpty();
        assertThat(asSuperuser("select string_agg(distinct auth_method, ',') from pg_hba_file_rules")).isEqualTo("scram-sha-256");
        assertThatThrownBy(() -> DriverManager.getConnection(PostgresRoles.url(postgres.port(), "srecopilot"), "srecopilot_app", "guess"))
                .hasMessageContaining("password authentication failed");
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            card.inetAddresses().filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()).forEach(address ->
                    assertThatThrownBy(() -> new Socket(address, postgres.port()).close()).isInstanceOf(ConnectException.class));
        }
    }

    @Test
    void passwordsAreForTheirOwnerOnly() throws IOException {
        for (String name : List.of("postgres", "srecopilot", "srecopilot_app")) {
            Path file = home.folder.of("secrets").resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            assertThat(Files.readString(file)).hasSize(32);
        }
        assertThat(postgres.cluster().resolveSibling("password")).doesNotExist();
    }

    @Test
    void aRestartKeepsTheRowsThePortAndThePasswords() throws SQLException {
        int port = postgres.port();
        execute(PostgresRoles.OWNER, "create table kept (id int); insert into kept values (7)");
        postgres.stop();
        postgres = home.postgres();
        assertThat(postgres.port()).isEqualTo(port);
        assertThat(ask(PostgresRoles.OWNER, "select id from kept")).isEqualTo("7");
    }

    @Test
    void aServerLeftByAKilledProcessIsAdopted() throws SQLException {
        String begin = asSuperuser("select pg_postmaster_start_time()");
        postgres = home.postgres();
        assertThat(asSuperuser("select pg_postmaster_start_time()")).isEqualTo(begin);
    }

    @Test
    void aCommittedRowSurvivesTheDeathOfTheServer() throws Exception {
        execute(PostgresRoles.OWNER, "create table survivor (id int); insert into survivor values (42)");
        kill(Postmaster.of(postgres.cluster()).orElseThrow().process());
        postgres = home.postgres();
        assertThat(ask(PostgresRoles.OWNER, "select id from survivor")).isEqualTo("42");
    }

    @Test
    void aStalePidFileThatNamesAStrangerDoesNotStopTheStart() throws Exception {
        kill(Postmaster.of(postgres.cluster()).orElseThrow().process());
        Path file = postgres.cluster().resolve("postmaster.pid");
        List<String> lines = Files.readAllLines(file);
        lines.set(0, String.valueOf(ProcessHandle.current().pid()));
        Files.write(file, lines);
        postgres = home.postgres();
        assertThat(asSuperuser("select 1")).isEqualTo("1");
    }

    @Test
    void aClusterOfAnotherVersionSaysSo() throws IOException {
        postgres.stop();
        Path version = postgres.cluster().resolve("PG_VERSION");
        String former = Files.readString(version);
        Files.writeString(version, "17\n");
        assertThatThrownBy(() -> home.postgres()).isInstanceOf(StartupProblem.class)
                .hasMessageEndingWith(": database files are incompatible with server.");
        Files.writeString(version, former);
        postgres = home.postgres();
    }

    @Test
    void theFolderBelongsToOneProcess() {
        assertThatThrownBy(() -> DataFolder.open(home.folder.home())).isInstanceOf(StartupProblem.class)
                .hasMessageContaining("in use by another SRE Copilot (process " + ProcessHandle.current().pid() + ")");
    }

    private static void kill(long process) throws Exception {
        ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().get();
    }

    private static String asSuperuser(String query) throws SQLException {
        return ask(PostgresRoles.SUPERUSER, query);
    }

    private static String ask(String role, String query) throws SQLException {
        try (Connection connection = connect(role); ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String role, String statements) throws SQLException {
        try (Connection connection = connect(role)) {
            connection.createStatement().execute(statements);
        }
    }

    private static Connection connect(String role) throws SQLException {
        return new PostgresRoles(home.folder, postgres.port()).connect(PostgresRoles.DATABASE, role);
    }
}
