package com.srecopilot.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.srecopilot.identity.Browsing;
import com.srecopilot.stories.Processes;

/**
 * The intake beside Debian's Alertmanager, with the same bodies, the same client and 64 connections, one after the other on
 * one machine: {@code bin/bench intake}. Alertmanager keeps alerts in memory; here they are in PostgreSQL, fsync on, when
 * the answer is out. Each post brings an alert that was never seen before.
 */
public final class IntakeBench {

    private static final String KEY = "acme00demo00ingest00key000000000";
    private static final String OURS = "/ingest/" + KEY + "/api/v2/alerts";
    private static final int CONNECTIONS = 64;
    private static final int GROUPS = 500;
    private static final int MOST_WARMING = 12;
    /** Of all but the storm: few, since how fast answers are out is asked, not how fast hundreds of incidents are explained. */
    private static final int SERVICES = 100;
    private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "10"));
    private static final Path FOLDER = Path.of("target/bench").toAbsolutePath();

    private int marker;
    private long answered;
    private Calm calm;

    private IntakeBench() {
    }

    public static void main(String[] arguments) throws Exception {
        new IntakeBench().run();
    }

    private void run() throws Exception {
        Files.createDirectories(FOLDER);
        try (var processes = new Processes(FOLDER)) {
            int ours = Processes.freePort();
            int theirs = Processes.freePort();
            calm = new Calm(app(processes, ours));
            alertmanager(processes, theirs);
            var copilot = new Load(ours, OURS, CONNECTIONS);
            var alertmanager = new Load(theirs, "/api/v2/alerts", CONNECTIONS);
            var browser = new Browsing(ours);
            browser.signIn("eli@acme.test", "demo-Passw0rd!");
            calm.await();
            warm(copilot, alertmanager);
            long before = total(browser, "/api/v1/alerts?limit=1");
            answered = 0;
            storm(browser, ours);
            calm.await();
            double half = compare("single alerts", copilot, alertmanager, this::single, 1) / 2;
            Load.Result even = copilot.run(SECONDS, Integer.MAX_VALUE, half, single());
            answered += even.answers();
            System.out.printf("at half of Alertmanager's load (%.0f posts/s): %.0f posts/s, p50 %.1f ms, p99 %.1f ms, %d failures%n", half, even.perSecond(),
                    even.percentile(0.5), even.percentile(0.99), even.failures());
            compare("batches of 100", copilot, alertmanager, this::hundred, 100);
            unfolded(browser, before);
        }
    }

    /** What was answered in a rush is unfolded into alerts later: how much later. */
    private void unfolded(Browsing browser, long before) {
        long start = System.nanoTime();
        Processes.await("all that was answered is there", Duration.ofSeconds(300), () -> total(browser, "/api/v1/alerts?limit=1") - before >= answered);
        System.out.printf("%d alerts answered, all of them unfolded %.0f s after the last answer%n", answered, (System.nanoTime() - start) / 1e9);
    }

    /** A JVM compiles what is run often while it runs: until two rounds in a row are no faster than the best. All of them repeat the same few alerts, so that little is left to do behind them. */
    private void warm(Load copilot, Load alertmanager) throws InterruptedException {
        double best = 0;
        int slower = 0;
        int rounds = 0;
        for (; slower < 2 && rounds < MOST_WARMING; rounds++) {
            Load.Result round = copilot.run(SECONDS, Integer.MAX_VALUE, 0, repeated());
            slower = round.perSecond() < best * 1.05 ? slower + 1 : 0;
            best = Math.max(best, round.perSecond());
        }
        copilot.run(SECONDS / 2, Integer.MAX_VALUE, 0, hundred());
        System.out.printf("warm after %d rounds of %.0f s, the best of them %.0f posts/s; %.0f s later all of it is worked through%n", rounds, SECONDS, best, calm.await());
        alertmanager.run(SECONDS, Integer.MAX_VALUE, 0, repeated());
    }

    /** Twice, in turns, so that a slow minute of the machine hits both; each begins when nothing is left to do of the one before. @return Alertmanager's posts a second */
    private double compare(String what, Load copilot, Load alertmanager, java.util.function.Supplier<IntFunction<String>> body, int each) throws InterruptedException {
        double ours = 0;
        double theirs = 0;
        for (int round = 0; round < 2; round++) {
            Load.Result our = copilot.run(SECONDS, Integer.MAX_VALUE, 0, body.get());
            double later = calm.await();
            Load.Result their = alertmanager.run(SECONDS, Integer.MAX_VALUE, 0, body.get());
            answered += (long) our.answers() * each;
            ours += our.perSecond() / 2;
            theirs += their.perSecond() / 2;
            System.out.printf("%s, round %d: SRE Copilot %.0f posts/s (p99 %.0f ms, %d failures; worked through %.0f s later), Alertmanager %.0f posts/s (p99 %.0f ms, %d failures)%n", what,
                    round + 1, our.perSecond(), our.percentile(0.99), our.failures(), later, their.perSecond(), their.percentile(0.99), their.failures());
        }
        System.out.printf("%s: %.0f alerts/s beside %.0f, ratio %.2f%n", what, ours * each, theirs * each, ours / theirs);
        return theirs;
    }

    /** 50 000 alerts of 500 groups in 60 s. */
    private void storm(Browsing browser, int port) throws InterruptedException {
        String name = "storm" + marker++;
        Instant start = Instant.now();
        Load.Result result = new Load(port, OURS, CONNECTIONS).run(120, 50_000, 50_000 / 60.0,
                n -> "[" + alert(name + "-" + n % GROUPS, name + "-" + n, start.plusMillis(n * 60_000L / 50_000)) + "]");
        answered += result.answers();
        long[] seen = new long[2];
        Processes.await("all alerts of the storm have their incident", Duration.ofSeconds(120), () -> {
            seen[0] = total(browser, "/api/v1/alerts?limit=1&q=" + name + "-");
            return seen[0] >= result.answers() && incidents(browser, name) >= GROUPS;
        });
        System.out.printf("storm: %d of 50 000 answered in %.0f s, p99 %.1f ms, %d failures; %d alerts stored, %d incidents of %d causes, under -Xmx512m%n",
                result.answers(), result.seconds(), result.percentile(0.99), result.failures(), seen[0], incidents(browser, name), GROUPS);
    }

    private static long incidents(Browsing browser, String name) {
        return total(browser, "/api/v1/incidents?limit=1&q=" + name);
    }

    private static long total(Browsing browser, String path) {
        return Long.parseLong(browser.get(path).body().replaceAll("(?s).*\"total\":(\\d+).*", "$1"));
    }

    private IntFunction<String> single() {
        String run = "run" + marker++;
        Instant now = Instant.now();
        return n -> "[" + alert("load-" + n % SERVICES, run + "-" + n, now) + "]";
    }

    private IntFunction<String> repeated() {
        Instant now = Instant.now();
        return n -> "[" + alert("load-" + n % SERVICES, "warming-" + n % 100, now) + "]";
    }

    private IntFunction<String> hundred() {
        String run = "run" + marker++;
        Instant now = Instant.now();
        return n -> IntStream.range(n * 100, n * 100 + 100).mapToObj(i -> alert("load-" + i % SERVICES, run + "-" + i, now)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String alert(String service, String name, Instant at) {
        return "{\"labels\":{\"alertname\":\"" + name + "\",\"service\":\"" + service + "\",\"severity\":\"warning\",\"instance\":\"10.0.0.1:9100\",\"region\":\"eu-west\"},"
                + "\"annotations\":{\"summary\":\"" + service + " " + name + "\",\"description\":\"Something is wrong.\"},\"startsAt\":\"" + at
                + "\",\"generatorURL\":\"http://prometheus.example/graph?g0.expr=up\"}";
    }

    private static Process app(Processes processes, int port) {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(entry -> !entry.endsWith("test-classes")).distinct()
                .collect(Collectors.joining(File.pathSeparator));
        Process app = processes.start("app", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", classPath, "com.srecopilot.SreCopilot",
                "--server.port=" + port, "--spring.profiles.active=demo", "--srecopilot.home=" + FOLDER.resolve("home"));
        Processes.await("SRE Copilot is ready", Duration.ofSeconds(180), () -> processes.get("http://localhost:" + port + "/actuator/health/readiness").contains("UP"));
        return app;
    }

    private static void alertmanager(Processes processes, int port) throws IOException {
        Path config = Files.writeString(FOLDER.resolve("alertmanager.yml"), "route: { receiver: none }\nreceivers: [{ name: none }]\n");
        List<String> command = new ArrayList<>(List.of("prometheus-alertmanager", "--config.file=" + config, "--storage.path=" + FOLDER.resolve("alertmanager"),
                "--cluster.listen-address=", "--web.listen-address=127.0.0.1:" + port, "--log.level=error"));
        processes.start("alertmanager", command.toArray(String[]::new));
        Processes.await("Alertmanager is ready", Duration.ofSeconds(30), () -> processes.get("http://localhost:" + port + "/-/ready").contains("OK"));
    }
}
