package com.srecopilot.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.srecopilot.identity.Browsing;
import com.srecopilot.stories.Processes;

/**
 * How fast pages are with 100 000 incidents and 1 000 000 alerts in the database: {@code bin/bench pages}. 50 requests a
 * second arrive whether or not the former are answered, over loopback, compressed as browsers ask for it; the application
 * and its PostgreSQL share this machine with the one who asks. Java runs with its optimising compiler, as README advises for
 * a busy server ({@code -Djit=1} measures it as {@code bin/run} starts it), and is warm when measuring begins. The data stay
 * under target/bench-pages for the next time. Ends with 1 where a page misses the limit or fails.
 */
public final class PagesBench {

    private static final Path FOLDER = Path.of("target/bench-pages").toAbsolutePath();
    private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "30"));
    private static final double PER_SECOND = Double.parseDouble(System.getProperty("rate", "50"));
    private static final int WARMING = 3_000;
    private static final double LIMIT_MILLIS = 50;

    private PagesBench() {
    }

    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(FOLDER);
        boolean met;
        try (var processes = new Processes(FOLDER)) {
            int port = Processes.freePort();
            Process app = app(processes, port);
            fill();
            var browser = new Browsing(port);
            browser.signIn("eli@acme.test", "demo-Passw0rd!");
            var load = new PageLoad(port, "SRECOPILOT=" + browser.cookie("SRECOPILOT").orElseThrow());
            load.run(WARMING / PER_SECOND, PER_SECOND, kinds());
            double before = cpuMillis(app);
            Map<String, PageLoad.Result> results = load.run(SECONDS, PER_SECOND, kinds());
            double cpu = cpuMillis(app) - before;
            met = report(results);
            System.out.printf("CPU of the application and PostgreSQL: %.1f ms a page%n", cpu / (SECONDS * PER_SECOND));
        }
        System.exit(met ? 0 : 1);
    }

    private static Map<String, IntFunction<String>> kinds() {
        var kinds = new LinkedHashMap<String, IntFunction<String>>();
        kinds.put("dashboard", n -> "/");
        kinds.put("incidents", n -> "/incidents");
        kinds.put("incidents, state and severity", n -> "/incidents?state=resolved&severity=" + (n % 2 == 0 ? "high" : "low"));
        kinds.put("incidents, one service", n -> "/incidents?service=service-" + n % 200);
        kinds.put("incidents, a month", n -> "/incidents?from=2026-0%d-01&to=2026-0%d-28".formatted(1 + n % 8, 1 + n % 8));
        kinds.put("incidents, deep in the list", n -> "/incidents?cursor=r_2025-0%d-01T00:00:00Z_1".formatted(1 + n % 9));
        kinds.put("incidents, search frequent words", n -> "/incidents?q=connection+pool");
        kinds.put("incidents, search and filter", n -> "/incidents?q=queue&severity=low&state=resolved");
        kinds.put("incidents, search rare words", n -> "/incidents?q=" + (n % 2 == 0 ? "zeppelin" : "INC-" + (5000 + n)));
        kinds.put("incident", n -> "/incidents/" + (1001 + n * 7919L % 100_000));
        kinds.put("incident of 5 000 entries", n -> "/incidents/101000");
        kinds.put("alerts", n -> "/alerts");
        kinds.put("alerts, status and severity", n -> "/alerts?status=firing&severity=critical");
        kinds.put("alerts, one service", n -> "/alerts?service=service-" + n % 200);
        kinds.put("alerts, since a day", n -> "/alerts?since=24h");
        kinds.put("alerts, a label", n -> "/alerts?label=instance:10.0.%d.%d:9100".formatted(n % 10, n % 250));
        kinds.put("alerts, search frequent word", n -> "/alerts?q=pool");
        kinds.put("alerts, search rare words", n -> "/alerts?q=" + (n % 2 == 0 ? "zeppelin" : "service-%d/%d/3".formatted(n % 200, n % 400)));
        kinds.put("services", n -> "/services");
        kinds.put("service", n -> "/services/service-" + n % 200);
        kinds.put("jump", n -> "/search?q=" + (n % 2 == 0 ? "pool" : "INC-" + (5000 + n)));
        return kinds;
    }

    private static boolean report(Map<String, PageLoad.Result> results) {
        System.out.printf("%-36s %8s %8s %8s %8s %6s%n", "page", "requests", "p50 ms", "p95 ms", "p99 ms", "failed");
        results.forEach((kind, result) -> System.out.printf("%-36s %8d %8.1f %8.1f %8.1f %6d  %s%n", kind, result.answers(),
                result.percentile(0.5), result.percentile(0.95), result.percentile(0.99), result.failures(), met(result) ? "PASS" : "FAIL"));
        PageLoad.Result all = PageLoad.Result.of(results.values());
        System.out.printf("%-36s %8d %8.1f %8.1f %8.1f %6d  of %.0f asked for a second%n", "all", all.answers(), all.percentile(0.5), all.percentile(0.95),
                all.percentile(0.99), all.failures(), PER_SECOND);
        return results.values().stream().allMatch(PagesBench::met);
    }

    private static boolean met(PageLoad.Result result) {
        return result.failures() == 0 && result.percentile(0.95) < LIMIT_MILLIS;
    }

    private static void fill() throws IOException, SQLException {
        int port = Integer.parseInt(Files.readString(FOLDER.resolve("home/postgres/port")).strip());
        String password = Files.readString(FOLDER.resolve("home/secrets/postgres"));
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/srecopilot", "postgres", password)) {
            new PagesData(connection).complete();
        }
    }

    private static double cpuMillis(Process app) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(FOLDER.resolve("home/postgres/data/postmaster.pid")).get(0).strip());
        ProcessHandle postgres = ProcessHandle.of(postmaster).orElseThrow();
        return Stream.concat(Stream.of(app.toHandle(), postgres), postgres.children())
                .mapToLong(process -> process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis()).sum();
    }

    private static Process app(Processes processes, int port) {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(entry -> !entry.endsWith("test-classes")).distinct()
                .collect(Collectors.joining(File.pathSeparator));
        Process app = processes.start("app", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=" + System.getProperty("jit", "4"), "-cp", classPath, "com.srecopilot.SreCopilot",
                "--server.port=" + port, "--spring.profiles.active=demo", "--srecopilot.home=" + FOLDER.resolve("home"));
        Processes.await("SRE Copilot is ready", Duration.ofSeconds(600), () -> processes.get("http://localhost:" + port + "/actuator/health/readiness").contains("UP"));
        return app;
    }
}
