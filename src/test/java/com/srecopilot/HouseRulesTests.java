package com.srecopilot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Budgets and bans of the house that are cheap to check. A file over budget holds two ideas: split it by noun. */
class HouseRulesTests {

    private static final Path MAIN = Path.of("src/main/java/com/srecopilot");
    private static final Pattern METHOD = Pattern.compile("(?m)^    (?! )(?!.*\\b(class|record|interface|enum|new)\\b)[\\w<>@\\[\\], .?]+\\([^;{}]*\\)[^;{}]*\\{\\n");

    @Test
    void filesStayWithinTheirBudgets() {
        assertThat(longerThan(".java", MAIN, 250)).isEmpty();
        assertThat(longerThan("Controller.java", MAIN, 80)).isEmpty();
        assertThat(longerThan(".js", Path.of("static/js"), 120)).isEmpty();
        assertThat(longerThan(".html", Path.of("templates"), 110)).isEmpty();
        assertThat(files(Path.of("templates")).filter(file -> name(file).startsWith("_") && lines(file) > 50)).isEmpty();
    }

    @Test
    void theMedianFileFitsOnAScreen() {
        List<Long> lengths = files(MAIN).map(HouseRulesTests::lines).sorted().toList();
        assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(60);
    }

    @Test
    void methodsStayShort() {
        List<Integer> lengths = files(MAIN).flatMap(HouseRulesTests::methodLengths).sorted().toList();
        assertThat(lengths.get(lengths.size() - 1)).as("longest method").isLessThanOrEqualTo(30);
        assertThat(lengths.get(lengths.size() * 9 / 10)).as("nine of ten methods").isLessThanOrEqualTo(12);
    }

    @Test
    void packagesHoldAtMostTwentyFiveTypes() {
        Map<Path, Long> types = files(MAIN).filter(file -> !name(file).equals("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(types).allSatisfy((folder, count) -> assertThat(count).as(folder.toString()).isLessThanOrEqualTo(25));
    }

    @Test
    void ownScriptsAndStylesStaySmall() {
        assertThat(bytes("static/js")).isLessThanOrEqualTo(40 * 1024);
        assertThat(bytes("static/css")).isLessThanOrEqualTo(70 * 1024);
    }

    @Test
    void namesSayWhatThingsAre() {
        assertThat(files(MAIN).map(HouseRulesTests::name)
                .filter(name -> name.matches(".*(Util|Utils|Helper|Manager|Impl|Dto|Mapper)\\.java"))).isEmpty();
        assertThat(files(MAIN).map(file -> name(file.getParent()))
                .filter(List.of("controller", "service", "repository", "dto", "config", "common", "util", "shared", "core")::contains)).isEmpty();
    }

    @Test
    void codeAvoidsWhatTheHouseBans() {
        assertThat(containing(MAIN, "@Autowired|import lombok|@Lazy|Instant\\.now\\(\\)|Clock\\.system|System\\.currentTimeMillis|ddl-auto: (?!none)",
                "ProductClock.java")).isEmpty();
        assertThat(containing(Path.of("templates"), " style=|<script(?![^>]* (?:th:)?src=)|onclick=|hx-on|js:", "")).isEmpty();
    }

    /** One each: Spring Security adds none to our forms. */
    @Test
    void everyPostingFormCarriesTheTokenOnce() {
        Pattern form = Pattern.compile("(?s)<form\\b[^>]*method=\"post\".*?</form>");
        assertThat(files(Path.of("templates")).flatMap(file -> form.matcher(read(file)).results().map(found -> found.group()))
                .filter(found -> found.split("shared/_csrf :: csrf|layout :: themes", -1).length != 2)).isEmpty();
    }

    private static List<Path> longerThan(String ending, Path folder, int most) {
        return files(folder).filter(file -> name(file).endsWith(ending) && lines(file) > most).toList();
    }

    private static List<Path> containing(Path folder, String pattern, String except) {
        Pattern banned = Pattern.compile(pattern);
        return files(folder).filter(file -> !name(file).equals(except) && banned.matcher(read(file)).find()).toList();
    }

    private static Stream<Integer> methodLengths(Path file) {
        String text = read(file);
        return METHOD.matcher(text).results().map(method -> {
            String rest = text.substring(method.end());
            int end = rest.indexOf("\n    }\n");
            return end < 0 ? 0 : (int) rest.substring(0, end).lines().count();
        });
    }

    private static long bytes(String folder) {
        return files(Path.of(folder)).mapToLong(file -> read(file).length()).sum();
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        return read(file).lines().count();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
