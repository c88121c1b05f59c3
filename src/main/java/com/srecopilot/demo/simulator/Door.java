package com.srecopilot.demo.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The product's own intake, reached from outside: over HTTP on the loopback address. */
@Component
@Profile("demo")
class Door implements ApplicationListener<WebServerInitializedEvent> {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json;
    private volatile int port;

    Door(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    /** @throws IOException when it is not taken; the message says why */
    void send(Stage stage, Beat beat, Instant since, Instant now) throws IOException, InterruptedException {
        if (beat.symptom() == null) {
            post("/v2/change/enqueue", Map.of("routing_key", stage.key(), "payload", Map.of("summary", beat.words(), "source", beat.service(),
                    "timestamp", now.toString(), "custom_details", Map.of("service", beat.service()))));
        } else {
            post(beat.monitor().path(stage.key()), beat.monitor().body(beat.symptom(), beat.over(), since, now));
        }
    }

    private void post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))).build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the intake answered " + answer.statusCode());
        }
    }
}
