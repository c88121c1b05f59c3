package com.srecopilot.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;

/** An installation of its own, whose parts are killed one after the other while senders go on sending. */
class NothingLostStoryTests {

    private static final Path HOME = Path.of("target/stories/lost").toAbsolutePath();
    private static final String INGEST = "/ingest/acme00demo00ingest00key000000000/generic";
    private static final Duration START = Duration.ofSeconds(150);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = Processes.freePort();

    @AfterEach
    void end() {
        servers("").forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatGotItsAnswerIsThereWhateverDies() throws Exception {
        Files.createDirectories(HOME);
        try (var processes = new Processes(HOME)) {
            Process app = start(processes);
            Set<String> stored = new ConcurrentSkipListSet<>();
            List<Thread> senders = send(stored);
            Processes.await("deliveries are on their way", () -> stored.size() > 200);
            app.destroyForcibly();
            for (Thread sender : senders) {
                sender.join();
            }
            start(processes);
            assertThat(titles()).as("kill -9 in the middle of " + stored.size() + " deliveries").containsAll(stored);

            servers("redis-server").forEach(ProcessHandle::destroyForcibly);
            assertThat(post("without-redis").statusCode()).as("intake needs no Redis").isEqualTo(202);

            servers("bin/postgres").forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(500);
            HttpResponse<String> refused = post("without-database");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private Process start(Processes processes) {
        Process app = processes.product("app", "--server.port=" + port, "--spring.profiles.active=demo", "--srecopilot.home=" + HOME.resolve("home"));
        Processes.await("it is ready", START, () -> processes.get("http://localhost:" + port + "/actuator/health/readiness").contains("UP"));
        return app;
    }

    /** Until nobody answers any more. */
    private List<Thread> send(Set<String> stored) {
        var senders = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            String name = "lost-" + i + "-";
            var sender = new Thread(() -> {
                try {
                    for (int n = 0; post(name + n).statusCode() == 202; n++) {
                        stored.add(name + n);
                    }
                } catch (IOException e) {
                    // It is dead, as it should be.
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            sender.start();
            senders.add(sender);
        }
        return senders;
    }

    private HttpResponse<String> post(String title) throws IOException, InterruptedException {
        String body = "{\"title\":\"%s\",\"service\":\"lost-service\",\"severity\":\"low\",\"dedup_key\":\"%s\"}".formatted(title, title);
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + INGEST)).header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60)).POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Set<String> titles() {
        var client = new Browsing(port);
        client.signIn("eli@acme.test", Organisation.PASSWORD);
        var titles = new TreeSet<String>();
        String cursor = "";
        do {
            String page = client.get("/api/v1/alerts?limit=200&service=lost-service" + cursor).body();
            Pattern.compile("\"title\":\"(lost-[^\"]+)\"").matcher(page).results().forEach(title -> titles.add(title.group(1)));
            var next = Pattern.compile("\"next_cursor\":\"([^\"]+)\"").matcher(page);
            cursor = next.find() ? "&cursor=" + next.group(1) : "";
        } while (!cursor.isEmpty());
        return titles;
    }

    /** The servers that run on this story's folder. */
    private static List<ProcessHandle> servers(String program) {
        return ProcessHandle.allProcesses().filter(process -> process.info().commandLine()
                .map(line -> line.startsWith(HOME.toString()) && line.contains(program)).orElse(false)).toList();
    }
}
