package com.srecopilot.hypothesis.rootcause;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** The command, given folders as they come. */
class RankCausesTests {

    private static final long START = 1_700_000_000;
    private static final String HEAD = "timestamp,service,metric,value";

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aCaseWithNothingButItsServicesIsAbstainedFrom() throws IOException {
        abstains(answer());
    }

    @Test
    void emptyWindowsAreAbstainedFrom() throws IOException {
        abstains(answer(HEAD));
    }

    @Test
    void oneSampleIsTooFew() throws IOException {
        abstains(answer(HEAD, (START + 5) + ",shop,cpu,90"));
    }

    @Test
    void whatIsNoNumberAndRowsThatBreakOffArePassedOver() throws IOException {
        String[] odd = {HEAD, "NaN,shop,cpu,1", START + ",shop,cpu,Infinity", START + ",shop,cpu,-Infinity", START + ",shop,cpu,NaN", "x,y", "", "\"", ",,,", START + ",shop,cpu,"};
        abstains(answer(odd));
    }

    @Test
    void clocksThatAreHoursOffAreSaid() throws IOException {
        JsonNode answer = answer(rows(5 * 3600));
        abstains(answer);
        assertThat(answer.path("why").asString()).contains("a clock is off");
    }

    @Test
    void circlesAndServicesNamedLikeMarkupAreRankedLikeAnyOther() throws IOException {
        Files.writeString(one("case").resolve("edges.csv"), "caller,callee\nshop,<b>cart</b>\n<b>cart</b>,shop\nshop,shop\n");
        JsonNode answer = answer(rows(0));
        assertThat(answer.path("abstained").asBoolean()).isFalse();
        assertThat(answer.path("ranking").path(0).path("service").asString()).isEqualTo("<b>cart</b>");
    }

    @Test
    void aHundredThousandSeriesAreRankedInBoundedTime() throws IOException {
        Stream<String> rows = IntStream.range(0, 100_000).boxed().flatMap(series -> IntStream.range(-4, 4).mapToObj(step ->
                START + 60 * step + ",shop,metric_" + series + "," + (series % 7 + step)));
        Path metrics = one("case").resolve("metrics.csv");
        Files.write(metrics, (Iterable<String>) Stream.concat(Stream.of(HEAD), rows)::iterator);
        assertTimeout(Duration.ofSeconds(90), () -> assertThat(run()).isZero());
    }

    @Test
    void aCaseThatCantBeReadIsSaidAndTheOthersAreAnswered() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("broken")).resolve("case.json"), "{\"id\": ");
        Files.writeString(Files.createDirectories(folder.resolve("dateless")).resolve("case.json"), "{\"services\": [\"shop\"]}");
        Files.writeString(Files.createDirectories(folder.resolve("nameless")).resolve("case.json"), "{\"services\": \"shop\", \"started_at\": \"2026-01-31T12:00:00Z\"}");
        Files.write(one("other").resolve("metrics.csv"), List.of("time;cpu", "abc,shop,cpu,xyz", "12;1"));
        one("whole");
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("broken: case.json is no JSON: ", "dateless: case.json needs services", "nameless: case.json needs services",
                "other: metrics.csv has 2 rows under “time;cpu”, none of which can be read").doesNotContain("REDACTED");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"case\":\"whole\"");
    }

    @Test
    void aFolderWithoutCasesIsSaid() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no case folder in it");
    }

    private static String[] rows(int off) {
        return Stream.concat(Stream.of(HEAD), IntStream.range(-60, 12).boxed().flatMap(step -> Stream.of("shop", "<b>cart</b>")
                .map(service -> START + off + 30 * step + "," + service + ",cpu," + (step > 0 && service.startsWith("<") ? 90 : 10 + step % 3)))).toArray(String[]::new);
    }

    private static void abstains(JsonNode answer) {
        assertThat(answer.path("abstained").asBoolean()).isTrue();
        assertThat(answer.path("why").asString()).isNotBlank();
        assertThat(answer.path("ranking").size()).isEqualTo(2);
    }

    private JsonNode answer(String... metrics) throws IOException {
        if (metrics.length > 0) {
            Files.write(one("case").resolve("metrics.csv"), List.of(metrics));
        }
        one("case");
        assertThat(run()).as(err::toString).isZero();
        return new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private Path one(String name) throws IOException {
        Path one = Files.createDirectories(folder.resolve(name));
        Files.writeString(one.resolve("case.json"), "{\"id\": \"" + name + "\", \"started_at\": \"" + java.time.Instant.ofEpochSecond(START)
                + "\", \"alert\": {\"service\": \"shop\", \"metric\": \"latency\"}, \"services\": [\"shop\", \"<b>cart</b>\"]}");
        return one;
    }

    private int run() {
        return RankCauses.run(List.of(folder.toString()), new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
