package com.srecopilot.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

import com.srecopilot.RunningApp;

/** Two processes on one database and one Redis: what happens on one is seen on the other, and the death of one loses nothing. */
@RunningApp
class TwoNodesStoryTests {

    private static final Path FOLDER = Path.of("target/stories/nodes");
    private static final String KEY = "acme00demo00ingest00key000000000";

    @LocalServerPort
    private int here;

    @Autowired
    private Environment environment;

    private final String story = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aPageThatListensToANodeWhichDiesMissesNothingAndSeesItInOrder() throws IOException {
        Files.createDirectories(FOLDER);
        try (var processes = new Processes(FOLDER)) {
            int there = Processes.freePort();
            Process other = node(processes, there);
            Processes.await("the other node is ready", Duration.ofSeconds(90),
                    () -> processes.get("http://localhost:" + there + "/actuator/health/readiness").contains("UP"));
            String cookie = new WebClient(here).signIn("eli@acme.test").cookie();

            var first = new LiveClient(there, cookie, "alerts", null);
            fire(here, 0, 20);
            Processes.await("the other node tells of this node's alerts", () -> titles(first).size() == 20);
            fire(there, 20, 25);
            other.destroyForcibly();
            fire(here, 25, 40);

            List<LiveClient.Event> seen = first.events();
            var second = new LiveClient(here, cookie, "alerts", seen.get(seen.size() - 1).id());
            // What the dead node had accepted but not yet pushed is pushed by its neighbour within half a minute.
            Processes.await("all forty are told", () -> Set.copyOf(all(first, second)).size() == 40);
            assertThat(all(first, second).stream().filter(n -> n < 20 || n >= 25).distinct().toList()).isSorted();
            second.close();
        }
    }

    private Process node(Processes processes, int port) {
        Stream<String> shared = Stream.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password", "spring.liquibase.url",
                "spring.liquibase.user", "spring.liquibase.password", "spring.data.redis.url").map(name -> "--" + name + "=" + environment.getProperty(name));
        return processes.product("node", Stream.concat(Stream.of("--server.port=" + port, "--spring.profiles.active=demo"), shared).toArray(String[]::new));
    }

    private void fire(int port, int from, int to) {
        for (int i = from; i < to; i++) {
            var answer = new WebClient(port).postJson("/ingest/" + KEY + "/generic",
                    "{\"title\":\"" + story + "-" + i + "-\",\"service\":\"two-nodes\",\"severity\":\"low\",\"dedup_key\":\"" + story + i + "\"}");
            assertThat(answer.statusCode()).isEqualTo(202);
        }
    }

    private List<Integer> all(LiveClient first, LiveClient second) {
        var all = new ArrayList<>(titles(first));
        all.addAll(titles(second));
        return all;
    }

    /** Numbers of this story's new alerts, in the order in which they were told. */
    private List<Integer> titles(LiveClient client) {
        Pattern mine = Pattern.compile(story + "-(\\d+)-");
        return client.events().stream().filter(event -> event.name().equals("alerts")).map(event -> mine.matcher(event.data()))
                .filter(Matcher::find).map(matcher -> Integer.valueOf(matcher.group(1))).toList();
    }
}
