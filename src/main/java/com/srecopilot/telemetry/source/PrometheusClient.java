package com.srecopilot.telemetry.source;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.telemetry.Labels;
import com.srecopilot.telemetry.MetricDraft;

/**
 * Asks a Prometheus for samples. Only where {@link Reach} leads, following no redirect, with limits of time and size; of a
 * bad answer nothing but its status is told, so that nobody reads other machines through us.
 */
@Component
class PrometheusClient {

    static final Duration STEP = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BYTES = 8 << 20;
    private static final int MOST_SERIES = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Reach reach;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();

    PrometheusClient(Reach reach) {
        this.reach = reach;
    }

    /** Samples of the selector, each 15 s, both instants included. @throws Unanswered with the reason */
    List<MetricDraft> range(String url, String token, String selector, Instant from, Instant to) {
        URI address = URI.create(url + "/api/v1/query_range?query=" + URLEncoder.encode(selector, StandardCharsets.UTF_8)
                + "&start=" + from.getEpochSecond() + "&end=" + to.getEpochSecond() + "&step=" + STEP.toSeconds());
        reach.require(address.getHost());
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "application/json");
        return series(answer((token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build()));
    }

    private byte[] answer(HttpRequest request) {
        var body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> call = http.sendAsync(request, head -> BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> keep(bytes, body))));
        try {
            int status = call.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode();
            if (status != 200) {
                throw new Unanswered("it answers " + status + (status == 401 || status == 403 ? ": it wants another token" : status == 400 || status == 422 ? ": it does not understand a selector" : ""));
            }
            return body.toByteArray();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unanswered reason ? reason : new Unanswered("it can't be reached");
        } catch (TimeoutException e) {
            throw new Unanswered("it takes longer than " + 2 * PATIENCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("stopped while waiting for it");
        } finally {
            call.cancel(true);
        }
    }

    private static void keep(byte[] part, ByteArrayOutputStream body) {
        if (body.size() + part.length > BYTES) {
            throw new Unanswered("it answers with more than 8 MiB: choose narrower selectors");
        }
        body.writeBytes(part);
    }

    /** @throws Unanswered when it is no such answer */
    static List<MetricDraft> series(byte[] answer) {
        try {
            JsonNode tree = JSON.readTree(answer);
            if (!tree.path("status").asString("").equals("success") || !tree.path("data").path("resultType").asString("").equals("matrix")) {
                throw new Unanswered("what answers is no Prometheus");
            }
            JsonNode result = tree.path("data").path("result");
            if (result.size() > MOST_SERIES) {
                throw new Unanswered("it has " + result.size() + " such series, more than " + MOST_SERIES + ": choose narrower selectors");
            }
            List<MetricDraft> drafts = new ArrayList<>();
            result.forEach(each -> add(each, drafts));
            return drafts;
        } catch (JacksonException e) {
            throw new Unanswered("what answers is no Prometheus");
        }
    }

    private static void add(JsonNode series, List<MetricDraft> drafts) {
        var labels = new Labels();
        series.path("metric").properties().forEach(each -> labels.put(each.getKey(), each.getValue().asString("")));
        JsonNode points = series.path("values");
        long[] millis = new long[points.size()];
        double[] values = new double[points.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = Math.round(points.path(i).path(0).asDouble(0) * 1_000);
            values[i] = number(points.path(i).path(1).asString(""));
        }
        if (labels.refusal() == null) {
            drafts.add(labels.draft("", millis, values));
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN; // also +Inf, as Prometheus spells it
        }
    }
}
