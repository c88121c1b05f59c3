package com.srecopilot.incident.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.alert.AlertView;
import com.srecopilot.catalog.Edge;

/** How well alerts of many incidents at once are told apart. */
class StormTests {

    private static final Path SHARED = Path.of("../shared/data/storm");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 1_000})
    @EnabledIf("shared")
    void theSharedStormIsToldApart(int batch) {
        Storm.Score score = sharedStorm().grouped(GroupingRules.USUAL, batch);
        System.out.printf("shared storm, batches of %d: precision %.3f recall %.3f F1 %.3f, noise reduction %.3f (ideal %.3f)%n", batch,
                score.precision(), score.recall(), score.f1(), score.noiseReduction(), score.ideal());
        assertThat(score.lost()).isZero();
        assertThat(score.f1()).isGreaterThanOrEqualTo(0.85);
        assertThat(score.noiseReduction()).isCloseTo(score.ideal(), within(0.02));
    }

    @Test
    void stormsOverOtherSystemsAreToldApartAsWell() {
        double[] f1 = IntStream.range(0, 30).mapToDouble(seed -> {
            Storm.Score score = Storm.random(seed, 26 + seed, 30 + seed % 10, 60).grouped(GroupingRules.USUAL, 20);
            assertThat(score.lost()).isZero();
            assertThat(score.noiseReduction()).as("seed " + seed).isCloseTo(score.ideal(), within(0.03));
            assertThat(score.f1()).as("seed " + seed).isGreaterThan(0.75);
            return score.f1();
        }).sorted().toArray();
        double mean = IntStream.range(0, f1.length).mapToDouble(i -> f1[i]).average().orElseThrow();
        System.out.printf("30 random storms: F1 mean %.3f, least %.3f, median %.3f%n", mean, f1[0], f1[15]);
        assertThat(mean).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void fiftyThousandAlertsOfFiveHundredCausesAreGroupedInSeconds() {
        var edges = new ArrayList<Edge>();
        var told = new ArrayList<Storm.Told>();
        for (int i = 0; i < 50_000; i++) {
            String service = "service-" + i % 500;
            var signal = new Signal(new UUID(1, i), "key " + i, service, Set.of(), Map.of(), java.time.Instant.ofEpochSecond(1_780_000_000L + i * 60L / 50_000));
            told.add(new Storm.Told(signal, service, i));
        }
        long start = System.nanoTime();
        Storm.Score score = new Storm(edges, told, 50_000).grouped(GroupingRules.USUAL, 1_000);
        System.out.printf("50 000 alerts: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertThat(score.f1()).isEqualTo(1);
    }

    static boolean shared() {
        return Files.exists(SHARED);
    }

    static Storm sharedStorm() {
        JsonNode topology = read(SHARED.resolve("topology.json"));
        var edges = new ArrayList<Edge>();
        topology.get("calls").forEach(call -> edges.add(new Edge(call.get("caller").stringValue(), call.get("callee").stringValue())));
        topology.get("services").forEach(service -> service.get("nodes")
                .forEach(node -> edges.add(new Edge(service.get("name").stringValue(), node.stringValue()))));
        Map<String, String> truth = new LinkedHashMap<>();
        read(SHARED.resolve("truth.json")).get("alerts").properties()
                .forEach(each -> truth.put(each.getKey(), each.getValue().isNull() ? null : each.getValue().stringValue()));
        var graph = new ServiceGraph(edges, 1);
        var told = new LinkedHashMap<String, Storm.Told>();
        int notifications = 0;
        for (JsonNode webhook : lines(SHARED.resolve("webhooks.jsonl.gz"))) {
            for (JsonNode alert : webhook.get("body").get("alerts")) {
                notifications++;
                String key = alert.get("fingerprint").stringValue() + "|" + alert.get("startsAt").stringValue();
                told.computeIfAbsent(key, each -> new Storm.Told(Signal.of(view(alert), graph::knows), truth.get(key), webhook.get("at").doubleValue()));
            }
        }
        assertThat(told.keySet()).isEqualTo(new HashSet<>(truth.keySet()));
        return new Storm(edges, List.copyOf(told.values()), notifications);
    }

    private static AlertView view(JsonNode alert) {
        var labels = new LinkedHashMap<String, String>();
        alert.get("labels").properties().forEach(label -> labels.put(label.getKey(), label.getValue().stringValue()));
        String service = labels.getOrDefault("service", labels.get("job"));
        return new AlertView(UUID.randomUUID(), new UUID(0, 0), "alertmanager", alert.get("fingerprint").stringValue(), "", labels.get("alertname"), "",
                "low", "firing", service, labels, java.time.Instant.parse(alert.get("startsAt").stringValue()), null, null, 1, null, null, "");
    }

    private static JsonNode read(Path file) {
        return JSON.readTree(file.toFile());
    }

    private static List<JsonNode> lines(Path file) {
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> (JsonNode) JSON.readTree(line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
