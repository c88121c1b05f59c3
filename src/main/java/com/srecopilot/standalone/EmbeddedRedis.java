package com.srecopilot.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real Redis in this process's care, on the loopback interface only, with a password and an append-only file. */
final class EmbeddedRedis {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);

    private final DataFolder folder;
    private final Account account;
    private final Path base;
    private final ServerLog serverLog;
    private final LocalPort localPort;
    private int port;
    private Process process;

    private EmbeddedRedis(DataFolder folder, Account account) {
        this.folder = folder;
        this.account = account;
        this.base = folder.of("redis");
        this.serverLog = new ServerLog(base.resolve("redis.log"));
        this.localPort = new LocalPort(base.resolve("port"));
    }

    /**
     * Starts the server of this folder; one that a killed process left running is ended first.
     *
     * @throws StartupProblem when it does not come up
     */
    static EmbeddedRedis start(DataFolder folder, Account account) {
        long begin = System.nanoTime();
        EmbeddedRedis server = new EmbeddedRedis(folder, account);
        RedisProgram program = RedisProgram.unpack(server.base);
        log.info("Starting Redis {} in {}", program.version(), DataFolder.shown(server.base));
        server.endLeftover();
        server.launch(program);
        log.info("Redis is ready on {}:{} after {} s", LocalPort.LOOPBACK, server.port, EmbeddedPostgres.seconds(begin));
        return server;
    }

    private void endLeftover() {
        port = localPort.last();
        // Redis answers nothing when it obeys; it has gone once nobody listens any more.
        for (int attempt = 0; port > 0 && attempt < 100 && isOurs(); attempt++) {
            ask("SHUTDOWN");
            EmbeddedPostgres.pause(Duration.ofMillis(50));
        }
    }

    private void launch(RedisProgram program) {
        port = localPort.remember(localPort.free());
        try {
            Path settings = base.resolve("redis.conf");
            DataFolder.writePrivately(settings, settings());
            account.own(base);
            serverLog.startAnew();
            process = spawn(command(program.file().toString(), settings.toString()));
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String settings() {
        // Redis keeps sessions, counters and the last minutes of live streams, while PostgreSQL is the record: a second of
        // them may go with the machine's power, none with the process.
        return String.join("\n", "bind " + LocalPort.LOOPBACK, "port " + port, "requirepass " + folder.secret("redis"), "dir ./",
                "appendonly yes", "appendfsync everysec", "save \"\"", "");
    }

    private List<String> command(String program, String settings) {
        List<String> words = new ArrayList<>();
        if (Command.succeeds("setsid", "true")) {
            // Ctrl-C goes to the whole group of the terminal; Redis must stay until the last request is answered.
            words.add("setsid");
        }
        boolean dieTogether = Command.succeeds("setpriv", "--pdeathsig", "TERM", "true");
        words.addAll(dieTogether ? account.as("setpriv", "--pdeathsig", "TERM", "--", program, settings) : account.as(program, settings));
        return words;
    }

    private Process spawn(List<String> command) {
        ProcessBuilder builder = Command.builder(command).directory(base.toFile())
                .redirectErrorStream(true).redirectOutput(serverLog.file().toFile());
        CompletableFuture<Process> started = new CompletableFuture<>();
        // The signal of a parent's death fires when the starting thread ends, so this one stays as long as Redis does.
        Thread keeper = new Thread(() -> keep(builder, started), "redis-keeper");
        keeper.setDaemon(true);
        keeper.start();
        return started.join();
    }

    private static void keep(ProcessBuilder builder, CompletableFuture<Process> started) {
        try {
            Process redis = builder.start();
            started.complete(redis);
            redis.waitFor();
        } catch (IOException failure) {
            started.completeExceptionally(failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        while (!ask("PING").equals("+PONG")) {
            if (!process.isAlive()) {
                throw new StartupProblem("Redis did not start in " + DataFolder.shown(base) + ": " + serverLog.lastWords() + ".",
                        "Its log is " + DataFolder.shown(serverLog.file()) + "; a server of your own can be given in SPRING_DATA_REDIS_URL.");
            }
            EmbeddedPostgres.pause(Duration.ofMillis(20));
        }
    }

    private boolean isOurs() {
        String answer = ask("PING");
        return answer.equals("+PONG") || answer.startsWith("-LOADING");
    }

    /** Empty when nobody listens or the password is not ours. */
    private String ask(String word) {
        try (RedisLink link = new RedisLink(LocalPort.LOOPBACK, port)) {
            return link.call("AUTH", folder.secret("redis")).equals("+OK") ? link.call(word) : "";
        } catch (IOException silent) {
            return "";
        }
    }

    /** Writes everything down and ends. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    int port() {
        return port;
    }

    Map<String, Object> properties() {
        return Map.of("spring.data.redis.url", "redis://:" + folder.secret("redis") + "@" + LocalPort.LOOPBACK + ":" + port);
    }
}
