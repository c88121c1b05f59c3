package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.srecopilot.stories.Processes;

class AlertLiveTests extends Monitored {

    private static final String TEN = "2026-03-05T10:00:00Z";

    /** Event name, a space, and the data on one line. */
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    void aNewAlertArrivesAsARowAndItsRepeatsAndEndReplaceIt() throws Exception {
        listen();
        sender.post("alertmanager", Sender.firing("f1", TEN));
        Processes.await("it is told", () -> count("alerts ") == 1);
        String id = alerts().get(0).get("id").stringValue();
        assertThat(told("alerts ").get(0)).contains("id=\"alert-" + id + "\"", "Title f1", "checkout-service").doesNotContain("_csrf");
        sender.post("alertmanager", Sender.firing("f1", TEN));
        Processes.await("it is told", () -> row(id, "×2"));
        sender.post("alertmanager", Sender.resolved("f1", TEN, "2026-03-05T10:30:00Z"));
        Processes.await("it is told", () -> row(id, "resolved"));
    }

    @Test
    void inAStormAtMostFiftyArriveOneByOneAndTheRestAsASummary() throws Exception {
        listen();
        String alerts = IntStream.range(0, 400).mapToObj(i -> "{\"title\":\"storm " + i + "\"}").collect(Collectors.joining(",", "[", "]"));
        sender.post("generic", alerts);
        Processes.await("it is told", () -> count("alerts.summary ") == 1);
        assertThat(count("alerts ")).isEqualTo(50);
        assertThat(told("alerts.summary ").get(0)).contains("350 new", "href=\"/alerts\"", "id=\"alerts-summary\"");
        assertThat(api("/api/v1/alerts").get("total").intValue()).isEqualTo(400);
    }

    private void listen() throws IOException, InterruptedException {
        String cookie = "SRECOPILOT=" + admin.cookie("SRECOPILOT").orElseThrow();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live?topics=alerts")).header("Cookie", cookie).build();
        var stream = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        var reader = new Thread(() -> read(new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))));
        reader.setDaemon(true);
        reader.start();
        Thread.sleep(300);
    }

    private void read(BufferedReader lines) {
        String event = "";
        var data = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5)).append(' ');
                } else if (line.isEmpty() && !data.isEmpty()) {
                    seen.add(event + " " + data);
                    data.setLength(0);
                }
            }
        } catch (IOException e) {
            seen.add("closed " + e.getMessage());
        }
    }

    private boolean row(String alert, String words) {
        return told("alerts.row ").stream().anyMatch(row -> row.contains("id=\"alert-" + alert + "\"") && row.contains(words));
    }

    private long count(String event) {
        return told(event).size();
    }

    private List<String> told(String event) {
        return seen.stream().filter(each -> each.startsWith(event)).toList();
    }

}
