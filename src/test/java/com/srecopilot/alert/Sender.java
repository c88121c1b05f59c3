package com.srecopilot.alert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A monitoring system with its ingest key. */
public final class Sender {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    public Sender(int port, String key) {
        this.address = "http://localhost:" + port + "/ingest/" + key + "/";
    }

    public HttpResponse<String> post(String format, String body) {
        return post(format, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public HttpResponse<String> post(String format, byte[] body, String... headers) {
        try {
            return http.send(request(format, body, headers), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public CompletableFuture<HttpResponse<String>> postSoon(String format, String body) {
        return http.sendAsync(request(format, body.getBytes(java.nio.charset.StandardCharsets.UTF_8)), BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** One alert as Alertmanager sends it. */
    public static String firing(String fingerprint, String startsAt) {
        return webhook("firing", fingerprint, startsAt, "0001-01-01T00:00:00Z");
    }

    public static String resolved(String fingerprint, String startsAt, String endsAt) {
        return webhook("resolved", fingerprint, startsAt, endsAt);
    }

    public static String webhook(String status, String fingerprint, String startsAt, String endsAt) {
        return """
                {"version":"4","groupKey":"g","status":"%1$s","receiver":"r","groupLabels":{},"commonLabels":{},"commonAnnotations":{},
                 "externalURL":"http://am.example","alerts":[{"status":"%1$s","fingerprint":"%2$s","startsAt":"%3$s","endsAt":"%4$s",
                 "labels":{"alertname":"Name %2$s","severity":"critical","service":"checkout-service","region":"eu-west"},
                 "annotations":{"summary":"Title %2$s","description":"Text"},"generatorURL":"http://prometheus.example/graph"}]}"""
                .formatted(status, fingerprint, startsAt, endsAt);
    }

    private HttpRequest request(String format, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + format)).POST(BodyPublishers.ofByteArray(body));
        return (headers.length == 0 ? request.header("Content-Type", "application/json") : request.headers(headers)).build();
    }
}
