package com.srecopilot.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in this process's care: on the loopback interface only, with passwords, and durable, since it is the
 * record of people's incidents and not a test double.
 */
final class EmbeddedPostgres {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 5;

    private final DataFolder folder;
    private final Account account;
    private final Path base;
    private final Path cluster;
    private final ServerLog serverLog;
    private final LocalPort localPort;
    private final PostgresPrograms programs;
    private int port;

    private EmbeddedPostgres(DataFolder folder, Account account) {
        this.folder = folder;
        this.account = account;
        this.base = folder.of("postgres");
        this.cluster = base.resolve("data");
        this.serverLog = new ServerLog(base.resolve("postgres.log"));
        this.localPort = new LocalPort(base.resolve("port"));
        this.programs = PostgresPrograms.unpack(base);
    }

    /**
     * Starts the server of this folder, or adopts the one that a killed process left running.
     *
     * @throws StartupProblem when it does not come up
     */
    static EmbeddedPostgres start(DataFolder folder, Account account) {
        long begin = System.nanoTime();
        EmbeddedPostgres server = new EmbeddedPostgres(folder, account);
        server.start();
        log.info("PostgreSQL is ready on {}:{} after {} s", LocalPort.LOOPBACK, server.port, seconds(begin));
        return server;
    }

    private void start() {
        if (adopt()) {
            log.info("Taking over the PostgreSQL that an earlier process left running in {}", DataFolder.shown(base));
            return;
        }
        boolean first = !Files.exists(cluster);
        log.info("Starting PostgreSQL {} in {}{}", programs.version(), DataFolder.shown(base), first ? " (first start: creating it)" : "");
        account.own(base);
        if (first) {
            create();
        }
        launch();
        if (!new PostgresRoles(folder, port).ready()) {
            throw failed(serverLog.lastWords());
        }
    }

    private boolean adopt() {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Optional<Postmaster> left = Postmaster.of(cluster);
        while (left.isPresent() && System.nanoTime() < deadline) {
            port = left.get().port();
            if (new PostgresRoles(folder, port).ready()) {
                localPort.remember(port);
                return true;
            }
            // It may be starting, recovering or on its way out.
            pause(Duration.ofMillis(100));
            left = Postmaster.of(cluster);
        }
        left.ifPresent(hung -> stop("immediate"));
        return false;
    }

    private void create() {
        Path draft = base.resolve("data.new");
        Path password = base.resolve("password");
        try {
            Unpacking.delete(draft);
            DataFolder.writePrivately(password, folder.secret(PostgresRoles.SUPERUSER));
            account.own(base);
            Command made = run("initdb", "--auth=scram-sha-256", "--username=" + PostgresRoles.SUPERUSER, "--pwfile=" + password,
                    "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions", "--pgdata=" + draft);
            Files.delete(password);
            if (!made.succeeded()) {
                throw failed(made.output().strip().lines().reduce((former, later) -> later).orElse("no word"));
            }
            // A cluster that a killed process left half made must never be taken for one.
            Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() {
        Postmaster.disown(cluster);
        port = localPort.free();
        for (int attempt = 1; !launched(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw failed(serverLog.lastWords());
            }
            // Sessions of a killed server need a moment to notice; another program may have been quicker to take the port.
            pause(Duration.ofMillis(400));
            port = LocalPort.anyFree();
        }
        localPort.remember(port);
    }

    private boolean launched() {
        serverLog.startAnew();
        return run("pg_ctl", "start", "--wait", "--timeout=" + PATIENCE.toSeconds(), "--pgdata=" + cluster,
                "--log=" + serverLog.file(), "--options=" + settings()).succeeded();
    }

    private String settings() {
        return String.join(" ", "-p " + port,
                "-c listen_addresses=" + LocalPort.LOOPBACK, "-c unix_socket_directories=''",
                "-c password_encryption=scram-sha-256",
                "-c fsync=on", "-c synchronous_commit=on", "-c full_page_writes=on",
                "-c shared_buffers=128MB", "-c max_connections=100", "-c log_checkpoints=off",
                // A storm fills small tables in seconds: the planner must learn of it as quickly.
                "-c autovacuum_naptime=5s", "-c max_wal_size=2GB", "-c jit=off");
    }

    private Command run(String program, String... words) {
        List<String> all = new ArrayList<>(List.of(programs.program(program)));
        all.addAll(List.of(words));
        return Command.run(PATIENCE.plusMinutes(1), account.as(all.toArray(String[]::new)));
    }

    private StartupProblem failed(String reason) {
        return new StartupProblem("PostgreSQL did not start in " + DataFolder.shown(base) + ": " + reason + ".",
                "Its log is " + DataFolder.shown(serverLog.file()) + "; a server of your own can be given in SPRING_DATASOURCE_URL.");
    }

    /** Rolls back what is open, writes everything down and ends. */
    void stop() {
        if (!stop("fast")) {
            stop("immediate");
        }
    }

    private boolean stop(String mode) {
        return run("pg_ctl", "stop", "--wait", "--timeout=60", "--mode=" + mode, "--pgdata=" + cluster).succeeded();
    }

    int port() {
        return port;
    }

    Path cluster() {
        return cluster;
    }

    /** What Spring needs to know: the application's login, and the owner's for the changes of the schema. */
    Map<String, Object> properties() {
        String url = PostgresRoles.url(port, PostgresRoles.DATABASE);
        return Map.of("spring.datasource.url", url,
                "spring.datasource.username", PostgresRoles.APP,
                "spring.datasource.password", folder.secret(PostgresRoles.APP),
                "spring.liquibase.url", url,
                "spring.liquibase.user", PostgresRoles.OWNER,
                "spring.liquibase.password", folder.secret(PostgresRoles.OWNER));
    }

    static String seconds(long begin) {
        return "%.1f".formatted((System.nanoTime() - begin) / 1e9);
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a server was starting", e);
        }
    }
}
