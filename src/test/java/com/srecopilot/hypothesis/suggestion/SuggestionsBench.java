package com.srecopilot.hypothesis.suggestion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Fits the public severity model anew and measures suggestions on what they did not learn from; writes both where they are committed. */
final class SuggestionsBench {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private final List<Map<String, Object>> rows = new ArrayList<>();

    private SuggestionsBench() {
    }

    public static void main(String[] args) throws IOException {
        var bench = new SuggestionsBench();
        bench.measure("Severity of alert rules", PublicTexts.severity(), Aspect.SEVERITY, List.of(PublicTexts.MAJORITY, PublicTexts.KEYWORDS));
        bench.measure("Category of incident reports", PublicTexts.category(true), Aspect.CATEGORY, List.of(PublicTexts.MAJORITY, PublicTexts.KEYWORDS, PublicTexts.SERVICE));
        bench.measure("Category, service not told", PublicTexts.category(false), Aspect.CATEGORY, List.of(PublicTexts.MAJORITY, PublicTexts.KEYWORDS));
        new JsonMapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT).build()
                .writeValue(RESOURCES.resolve("hypothesis/suggestions.json"), Map.of("rows", bench.rows));
        Files.write(Path.of(RESOURCES + PublicSeverity.RESOURCE), zipped(Classifier.fit(PublicTexts.severities()).bytes()));
    }

    private void measure(String what, Trial trial, Aspect aspect, List<String> ways) {
        row(what, "suggested", trial.size(), trial.accuracy(), trial.spoken(aspect.least()), trial.accuracyWhenSpoken(aspect.least()));
        ways.forEach(way -> row(what, way, trial.size(), trial.accuracy(way), null, trial.accuracyWhenSpoken(aspect.least(), way)));
        System.out.printf("%-30s too sure by %.3f when it speaks%n", what, trial.tooSureBy(aspect.least()));
    }

    private void row(String what, String way, int cases, Trial.Figure always, Trial.Figure spoken, Trial.Figure whenSpoken) {
        System.out.printf("%-30s %-28s n=%d right %s%s, on those %s%n", what, way, cases, always.rounded(),
                spoken == null ? "" : ", speaks of " + spoken.rounded(), whenSpoken.rounded());
        var row = new java.util.LinkedHashMap<String, Object>(Map.of());
        row.put("what", what);
        row.put("way", way);
        row.put("cases", cases);
        row.put("always", always.rounded());
        row.put("spoken", spoken == null ? null : spoken.rounded().get(0));
        row.put("whenSpoken", whenSpoken.rounded());
        rows.add(row);
    }

    private static byte[] zipped(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
