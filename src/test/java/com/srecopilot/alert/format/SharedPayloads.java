package com.srecopilot.alert.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real payloads beside the repository; absent on machines that have only the repository. */
final class SharedPayloads {

    static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SharedPayloads() {
    }

    static Path folder() {
        return Stream.of("../shared/data/alerts", "../../shared/data/alerts").map(Path::of).filter(Files::isDirectory).findFirst()
                .orElse(Path.of("../shared/data/alerts"));
    }

    static Stream<JsonNode> expected(String format) {
        try {
            List<String> lines = Files.isDirectory(folder()) ? Files.readAllLines(folder().resolve("expected.jsonl")) : List.of();
            return lines.stream().map(JSON::readTree).filter(line -> line.get("format").stringValue().equals(format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Payload payload(JsonNode expected) throws IOException {
        return new Payload(Files.readAllBytes(folder().resolve(expected.get("file").stringValue())), NOW);
    }

    static Payload payload(String body) {
        return new Payload(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), NOW);
    }
}
