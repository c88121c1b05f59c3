package com.srecopilot.hypothesis.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LikenessTests {

    private static final Path TEXTS = Path.of("../shared/data/text");
    private final JsonMapper json = new JsonMapper();
    private final Likeness likeness = new Likeness();

    @Test
    void theSameWordsInOtherFormsAreAlike() {
        likeness.add(1, "Connection pool exhausted on orders-db", "All connections are in use");
        likeness.add(2, "Certificate expires in two days", "Renew it");
        likeness.add(3, "orders-db: ConnectionPool is exhausting", "");
        List<Likeness.Match> found = likeness.like(3, number -> number < 3, 5);
        assertThat(found.get(0).number()).isEqualTo(1);
        assertThat(found.get(0).score()).isGreaterThan(0.4);
        assertThat(likeness.common(3, 1, "orders-db: ConnectionPool is exhausting")).contains("pool", "orders", "exhausting");
    }

    @Test
    void aTextIsAsMuchAsCanBeLikeItself() {
        likeness.add(1, "Checkout fails", "Payments time out");
        likeness.add(2, "Checkout fails", "Payments time out");
        assertThat(likeness.like(2, number -> true, 5).get(0).score()).isBetween(0.99, 1.01);
    }

    @Test
    void emptyAndForeignTextsAnswerToo() {
        likeness.add(1, "", "");
        likeness.add(2, "数据库连接池耗尽", "");
        likeness.add(3, "数据库连接池耗尽 again", "");
        assertThat(likeness.like(1, number -> true, 5)).isEmpty();
        assertThat(likeness.like(3, number -> true, 5).get(0).number()).isEqualTo(2);
    }

    /** Duplicate bugs of a public set, only among older ones; cosine of TF-IDF over summary and description finds .83 of them within five. */
    @Test
    void findsDuplicatesBetterThanPlainTermFrequency() throws IOException {
        assumeTrue(Files.isDirectory(TEXTS), "the public data is not here");
        Map<String, Integer> numbers = new HashMap<>();
        Map<Integer, String> created = new HashMap<>();
        for (JsonNode bug : lines(TEXTS.resolve("dup_seamonkey_bugs.jsonl.gz"))) {
            int number = numbers.size();
            numbers.put(bug.get("id").asString(), number);
            created.put(number, bug.get("created").asString());
            likeness.add(number, bug.get("summary").asString(), bug.get("description").asString());
        }
        int found = 0;
        int asked = 0;
        for (JsonNode query : lines(TEXTS.resolve("dup_seamonkey_queries.jsonl"))) {
            int number = numbers.get(query.get("query").asString());
            Set<Integer> relevant = new HashSet<>();
            query.get("relevant").forEach(id -> relevant.add(numbers.get(id.asString())));
            asked++;
            found += likeness.like(number, other -> created.get(other).compareTo(created.get(number)) < 0, 5).stream()
                    .anyMatch(match -> relevant.contains(match.number())) ? 1 : 0;
        }
        System.out.printf("similar incidents: recall@5 %.3f of %d queries, TF-IDF .83%n", (double) found / asked, asked);
        assertThat((double) found / asked).isGreaterThan(0.87);
    }

    private List<JsonNode> lines(Path file) throws IOException {
        var in = Files.newInputStream(file);
        try (var reader = new BufferedReader(new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return reader.lines().map(json::readTree).toList();
        }
    }
}
