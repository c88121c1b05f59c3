package com.srecopilot.hypothesis.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.json.JsonMapper;

/** The public root-cause cases, where they lie beside the checkout; the figures are those reached, less a little. */
@EnabledIf("present")
class PublicCasesTests {

    private static final Path CASES = Path.of("../shared/data/rca");

    private record Outcome(String system, int rank) {
    }

    static boolean present() {
        return Files.isDirectory(CASES);
    }

    @Test
    void theCauseIsFoundAsOftenAsReported() throws IOException {
        Map<String, List<Outcome>> bySystem;
        try (Stream<Path> folders = Files.list(CASES)) {
            bySystem = folders.filter(f -> Files.exists(f.resolve("truth.json"))).map(PublicCasesTests::outcome)
                    .collect(Collectors.groupingBy(Outcome::system));
        }
        assertThat(within(bySystem, 1)).isGreaterThan(0.78);
        assertThat(within(bySystem, 3)).isGreaterThan(0.90);
    }

    private static double within(Map<String, List<Outcome>> bySystem, int rank) {
        return bySystem.values().stream().mapToDouble(list -> list.stream()
                .mapToInt(o -> o.rank() <= rank ? 1 : 0).average().orElse(0)).average().orElse(0);
    }

    private static Outcome outcome(Path folder) {
        try {
            JsonMapper json = new JsonMapper();
            String truth = json.readTree(Files.readString(folder.resolve("truth.json"))).path("root_cause_service").asString("");
            String system = json.readTree(Files.readString(folder.resolve("case.json"))).path("system").asString("");
            List<String> order = RootCauses.rank(new CaseFolder(folder).telemetry()).suspects().stream().map(Suspect::service).toList();
            int at = order.indexOf(truth);
            return new Outcome(system, at < 0 ? Integer.MAX_VALUE : at + 1);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
