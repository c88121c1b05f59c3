package com.srecopilot.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;

@RunningApp
@Timeout(120)
class LiveTests {

    @LocalServerPort
    private int port;
    @Autowired
    private LivePublisher live;
    @Autowired
    private LiveState state;
    @Autowired
    private StringRedisTemplate redis;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    private Organisation organisation;
    private String cookie;

    @BeforeEach
    void signIn() {
        organisation = Organisation.found(installation, people);
        var ana = new Browsing(port);
        ana.signIn(organisation.admin(), Organisation.PASSWORD);
        cookie = "SRECOPILOT=" + ana.cookie("SRECOPILOT").orElseThrow();
    }

    @Test
    void answersAtOnceWithTheRetryTime() throws Exception {
        HttpResponse<InputStream> stream = open("topics=incidents", null);
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        List<String> first = until(stream, "retry:");
        assertThat(first).anyMatch(line -> line.startsWith("retry:"));
    }

    @Test
    void tellsInTheOrderOfPublicationEachWithItsIdAndReplaysFromAnyOfThem() throws Exception {
        HttpResponse<InputStream> stream = open("topics=incidents", null);
        for (int i = 0; i < 5; i++) {
            publish(organisation.tenant(), "<li id=\"incident-" + i + "\">number " + i + "</li>");
        }
        List<String> told = until(stream, "number 4");
        assertThat(told.stream().filter(line -> line.startsWith("data:")).map(line -> line.replaceAll("\\D*\\d+\\D*(\\d+)\\D*", "$1"))).containsExactly("0", "1", "2", "3", "4");
        assertThat(told).contains("event: incidents.row");
        List<String> ids = told.stream().filter(line -> line.startsWith("id: ")).map(line -> line.substring(4)).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(dataOf(until(open("topics=incidents", ids.get(2)), "number 4"))).containsExactly("number 3", "number 4");
        assertThat(dataOf(until(open("topics=incidents&after=" + ids.get(3), null), "number 4"))).containsExactly("number 4");
    }

    @Test
    void aPushThatDiesOfAnErrorHoldsUpNoOther() {
        CompletableFuture<Void> broken = live.publish(organisation.tenant(), () -> {
            throw new StackOverflowError("a test's own");
        });
        CompletableFuture<Void> next = live.publish(organisation.tenant(), List::of);
        assertThat(next).succeedsWithin(Duration.ofSeconds(20));
        assertThat(broken).isCompletedExceptionally();
    }

    @Test
    void sendsReloadWhenTheLastSeenEventIsTooOldToReplay() throws Exception {
        assertThat(until(open("topics=incidents", "1000000000000-0"), "event:")).endsWith("event: reload");
        assertThat(until(open("topics=incidents", "nonsense"), "event:")).endsWith("event: reload");
    }

    @Test
    void aPageOfAQuietHourIsNotLoadedAgain() throws Exception {
        String hoursAgo = Instant.now().minus(Duration.ofHours(3)).toEpochMilli() + "-0";
        redis.opsForStream().add(StreamRecords.newRecord().in(LiveLog.key(organisation.tenant())).withId(hoursAgo)
                .ofMap(Map.of("topic", "incidents", "event", "incidents.row", "html", "<li>old</li>")));
        List<String> told = until(open("topics=incidents", hoursAgo, () -> publish(organisation.tenant(), "<li id=\"incident-1\">fresh</li>")), "fresh");
        assertThat(told).contains("event: incidents.row").doesNotContain("event: reload");
    }

    @Test
    void asksToLoadThePageAgainWhenMoreWasMissedThanMayWait() throws Exception {
        publish(organisation.tenant(), "<li id=\"incident-0\">first</li>");
        String seen = until(open("topics=incidents", null, () -> publish(organisation.tenant(), "<li id=\"incident-1\">seen</li>")), "seen").stream()
                .filter(line -> line.startsWith("id: ")).reduce((one, other) -> other).orElseThrow().substring(4);
        for (int i = 0; i < 8; i++) {
            publish(organisation.tenant(), "<li id=\"incident-" + i + "\">" + "x".repeat(200_000) + "</li>");
        }
        HttpResponse<InputStream> behind = open("topics=incidents", seen);
        assertThat(behind.statusCode()).isEqualTo(200);
        publish(organisation.tenant(), "<li id=\"incident-9\">and on</li>");
        assertThat(until(behind, "and on")).contains("event: reload").noneMatch(line -> line.contains("xxx"));
    }

    @Test
    void pushesAStateAtOnceAndItsChangesOfTheNextSecondTogether() throws Exception {
        HttpResponse<InputStream> stream = open("topics=incidents", null);
        var renderings = new AtomicInteger();
        CompletableFuture<?>[] all = IntStream.range(0, 200).mapToObj(i -> state.changed(organisation.tenant(), "test",
                () -> List.of(new LiveMessage("incidents", "counts", "<b>rendering " + renderings.incrementAndGet() + "</b>")))).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
        assertThat(renderings.get()).isBetween(2, 3);
        assertThat(until(stream, "rendering 2")).anyMatch(line -> line.contains("rendering 1"));
    }

    @Test
    void refusesTopicsThatNobodyOwnsOrOneMayNotRead() throws Exception {
        assertThat(open("topics=incidents,secrets", null).statusCode()).isEqualTo(403);
        assertThat(open("topics=incident:999999", null).statusCode()).isIn(403, 404);
        assertThat(open("", null).statusCode()).isBetween(400, 403);
        String mine = cookie;
        cookie = "SRECOPILOT=nobody";
        assertThat(open("topics=incidents", null).statusCode()).isIn(302, 303, 401);
        cookie = mine;
    }

    @Test
    void tellsNothingOfAnotherTenant() throws Exception {
        HttpResponse<InputStream> stream = open("topics=incidents", null);
        publish(Organisation.found(installation, people).tenant(), "<li id=\"incident-1\">theirs</li>");
        publish(organisation.tenant(), "<li id=\"incident-2\">ours</li>");
        assertThat(String.join("\n", until(stream, "ours"))).doesNotContain("theirs");
    }

    private void publish(UUID tenant, String html) {
        live.publish(tenant, () -> List.of(new LiveMessage("incidents", "row", html))).join();
    }

    private HttpResponse<InputStream> open(String query, String lastEventId, Runnable then) throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = open(query, lastEventId);
        then.run();
        return stream;
    }

    private HttpResponse<InputStream> open(String query, String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live?" + query)).header("Cookie", cookie);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
    }

    /** The lines up to the one that has these words. The test's time limit ends the wait for it. */
    private static List<String> until(HttpResponse<InputStream> stream, String words) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        String line = reader.readLine();
        while (line != null && !line.contains(words)) {
            lines.add(line);
            line = reader.readLine();
        }
        lines.add(String.valueOf(line));
        return lines;
    }

    private static List<String> dataOf(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("data:")).map(line -> line.replaceAll(".*>(.*)<.*", "$1")).toList();
    }
}
