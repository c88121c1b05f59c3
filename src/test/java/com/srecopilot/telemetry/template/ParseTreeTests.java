package com.srecopilot.telemetry.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

/** Grouping accuracy: the share of lines whose group holds all lines of their statement and no others. */
class ParseTreeTests {

    private static final Path SHARED = Path.of("../shared/data/rca");
    /** The statements of the shop that the public logs are of, as its source has them, behind time, level and trace. */
    private static final List<String> STATEMENTS = List.of("Request started", "Request home started", "Request home complete", "Serving product page started", "Setting currency started", "Setting currency complete",
            "Adding to cart started", "Adding to cart complete", "View cart started", "Placing order started", "Placing order complete", "Getting supported currencies\\.\\.\\.", "Getting currency data",
            "Get currency data successful", "Received conversion request", "Conversion request successful", "Handles decimal or fractional carrying", "Received ad request .*", "Get Ads by Category start",
            "Get Ads by Category finish", "No context provided\\. Constructe random Ads start", "Constructe random Ads finish", "Query items successfully\\.", "AddItemAsync called with .*", "EmptyCartAsync called with .*",
            "GetCartAsync called with .*", "Charge successfully", "Convert currency from .* successfully", "Start convert currency from .*", "Empty the cart of user .* successfully", "Get OrderID .*", "Get shipping cost .*",
            "Get user .* cart .*", "Order confirmation email sent to .*", "Payment went through .*", "PlaceOrder user_id=.* successfully", "Start PlaceOrder user_id=.*", "Prepare order of user .* successfully",
            "Query cart of user .*", "Query cost of products .*", "Quote shipping with items .*", "Start query cost of products .*", "Query product successfully", "Query product with name and description successfully",
            "Query product with name and description \\w+", "List products end", "Parse catalog successfully", "Start list products", "Start parse catalog", "Start query product catalog", "get results: .*", "List Recommendations .*", "Start empty the cart of user .*",
            "Start prepare order of user .*", "PaymentService#Charge invoked with request .*", "Transaction processed: visa .*");

    /** What the tenant's store does with the tree, in memory. */
    private static final class Groups {
        private final Map<String, ParseTree> trees = new HashMap<>();
        private final Map<Long, Long> partOf = new HashMap<>();
        private long next = 1;

        private long of(String service, String line) {
            ParseTree tree = trees.computeIfAbsent(service, each -> new ParseTree());
            String[] words = Masking.words(line);
            Optional<Kind> known = tree.match(words);
            if (known.isPresent()) {
                return known.get().id();
            }
            ParseTree.Lesson lesson = tree.learn(words, template -> next++);
            lesson.parts().forEach(part -> partOf.put(part.id(), lesson.kind().id()));
            return lesson.kind().id();
        }

        private long whole(long id) {
            return partOf.containsKey(id) ? whole(partOf.get(id)) : id;
        }
    }

    private record Line(String service, String statement, String text) {
    }

    private static double accuracy(List<Line> lines, List<Long> groups) {
        Map<String, Set<Integer>> truth = new HashMap<>();
        Map<Long, Set<Integer>> found = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            truth.computeIfAbsent(lines.get(i).service() + '/' + lines.get(i).statement(), each -> new HashSet<>()).add(i);
            found.computeIfAbsent(groups.get(i), each -> new HashSet<>()).add(i);
        }
        Set<Set<Integer>> right = new HashSet<>(truth.values());
        return found.values().stream().filter(right::contains).mapToInt(Set::size).sum() / (double) lines.size();
    }

    private static List<Long> grouped(List<Line> lines) {
        var groups = new Groups();
        List<Long> first = lines.stream().map(line -> groups.of(line.service(), line.text())).toList();
        return first.stream().map(groups::whole).toList();
    }

    @Test
    void theLogsOfAPublicShopFallIntoTheStatementsOfItsSource() throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "the shared data are not here");
        List<Line> lines = new ArrayList<>();
        for (String logs : List.of("nezha-ob-20220822T051809", "nezha-ob-20220823T132751")) {
            lines.addAll(read(SHARED.resolve(logs).resolve("logs.csv.gz")));
        }
        List<Long> groups = grouped(lines);
        double accuracy = accuracy(lines, groups);
        double masked = accuracy(lines, lines.stream().map(line -> (long) (line.service() + String.join(" ", Masking.words(line.text()))).hashCode()).toList());
        System.out.printf("TEMPLATES %d lines of %d statements in %d groups, grouping accuracy %.3f (by their looks alone %.3f in %d)%n", lines.size(),
                lines.stream().map(line -> line.service() + line.statement()).distinct().count(), new HashSet<>(groups).size(), accuracy, masked,
                lines.stream().map(line -> line.service() + String.join(" ", Masking.words(line.text()))).distinct().count());
        assertThat(accuracy).isGreaterThan(0.9);
    }

    private static List<Line> read(Path logs) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(logs)), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(row -> row.split(",", 3)).map(row -> new Line(row[1], statement(row[2]), row[2].replaceAll("^\"|\"$", "").replace("\"\"", "\""))).toList();
        }
    }

    private static String statement(String message) {
        String said = message.replaceAll("^\"|\"$", "").replaceFirst("^.*SpanID: \\S+ ", "");
        return STATEMENTS.stream().filter(said::matches).findFirst().orElse(said);
    }

    @Test
    void namesThatLookLikeWordsAreFoundOutAndOutcomesStayApart() {
        var random = new Random(5);
        List<String> people = Stream.of("ada grace edsger barbara donald tony leslie margaret john frances dennis radia").flatMap(all -> Stream.of(all.split(" "))).toList();
        List<String> places = List.of("Lisbon", "Oslo", "Quito", "Hanoi", "Accra", "Turin", "Perth");
        List<Line> lines = IntStream.range(0, 6_000).mapToObj(i -> {
            String who = people.get(random.nextInt(people.size()));
            String where = places.get(random.nextInt(places.size()));
            int number = random.nextInt(10_000);
            return switch (random.nextInt(12)) {
                case 0 -> new Line("auth", "signed in", "Session of user " + who + " opened from " + where);
                case 1 -> new Line("auth", "signed out", "Session of user " + who + " closed after " + number + " s");
                case 2 -> new Line("auth", "password", "Login failed for user " + who + " wrong password");
                case 3 -> new Line("auth", "locked", "Login failed for user " + who + " account locked");
                case 4 -> new Line("shop", "job started", "Import of warehouse " + where + " started");
                case 5 -> new Line("shop", "job failed", "Import of warehouse " + where + " failed");
                case 6 -> new Line("shop", "job finished", "Import of warehouse " + where + " finished");
                case 7 -> new Line("shop", "slow", "GET /orders/" + number + " took " + number + " ms");
                case 8 -> new Line("shop", "pool", "HikariPool-1 - Connection is not available, request timed out after " + number + "ms (total=50, active=50, idle=0, waiting=" + number + ")");
                case 9 -> new Line("shop", "json", "{\"level\":\"error\",\"msg\":\"cannot reach payment\",\"attempt\":" + number + "}");
                case 10 -> new Line("shop", "null", "java.lang.NullPointerException: Cannot invoke \"Order.total()\" because \"" + who + "\" is null");
                default -> new Line("shop", "state", "java.lang.IllegalStateException: Cannot invoke \"Order.total()\" because \"" + who + "\" is null");
            };
        }).toList();
        List<Long> groups = grouped(lines);
        System.out.printf("TEMPLATES 12 statements with names in %d groups, grouping accuracy %.3f%n", new HashSet<>(groups).size(), accuracy(lines, groups));
        assertThat(accuracy(lines, groups)).isGreaterThan(0.95);
    }

    @Test
    void theSameTreeGrowsFromItsTemplatesWhateverTheirOrder() {
        List<String> lines = IntStream.range(0, 400).mapToObj(i -> "worker " + (char) ('a' + i % 26) + " takes job " + i + " of queue " + (char) ('a' + i % 7) + (i % 3 == 0 ? " late" : "")).toList();
        var groups = new Groups();
        lines.forEach(line -> groups.of("w", line));
        ParseTree grown = groups.trees.get("w");
        List<Kind> kinds = lines.stream().map(line -> grown.match(Masking.words(line)).orElseThrow()).distinct().collect(Collectors.toCollection(ArrayList::new));
        java.util.Collections.shuffle(kinds, new Random(1));
        var again = new ParseTree();
        kinds.forEach(kind -> again.put(new Kind(kind.id(), Masking.split(kind.template()))));
        assertThat(lines).allSatisfy(line -> assertThat(again.match(Masking.words(line)).orElseThrow().id()).isEqualTo(grown.match(Masking.words(line)).orElseThrow().id()));
    }

    @Test
    void wildLogsTakeBoundedTimeAndRoom() {
        var random = new Random(2);
        var groups = new Groups();
        long began = System.nanoTime();
        for (int i = 0; i < 3_000; i++) {
            groups.of("wild", random.ints(60, 'a', 'z' + 1).mapToObj(letter -> "x" + (char) letter + (char) (letter / 2)).collect(Collectors.joining(" ")));
        }
        groups.of("wild", "x ".repeat(1_000_000));
        System.out.printf("TEMPLATES 3000 lines of random words in %.2f s: %d kinds%n", (System.nanoTime() - began) / 1e9, groups.trees.get("wild").size());
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }
}
