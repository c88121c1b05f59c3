package com.srecopilot.incident.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.srecopilot.incident.api.IncidentJson;
import com.srecopilot.stories.Quickest;

class ReadableFormsTests {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void markdownTellsTheStoryInOrderWithItsNotes() {
        String text = Markdown.of(dossier("Pool exhausted", "First line\nsecond line\n\nnew paragraph", List.of(
                line("Incident opened", null), line("Resolved", "Rolled back v1.2.3"))));
        assertThat(text).startsWith("# INC-7 Pool exhausted\n").contains("- **Severity:** critical\n", "- **Detected:** 2026-11-24 12:00:00 UTC\n",
                "First line\\\nsecond line\n\nnew paragraph", "** Incident opened, by Eli Okafor\n", "\n  Rolled back v1.2.3\n", "by Ana Ruiz");
        assertThat(text.indexOf("Incident opened")).isLessThan(text.indexOf("Rolled back"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', value = {"<script>alert(1)</script>¦&lt;script&gt;alert(1)&lt;/script&gt;", "# no heading¦\\# no heading",
        "- no list¦\\- no list", "1. no list¦1\\. no list", "[no](http://link)¦\\[no\\](http://link)", "a*b_c`d¦a\\*b\\_c\\`d", "===¦\\==="})
    void markdownTakesWordsAsWords(String words, String escaped) {
        assertThat(Markdown.escaped(words)).isEqualTo(escaped);
    }

    @Test
    void markdownSaysWhenItIsNotAll() {
        Dossier whole = dossier("Pool exhausted", "x", List.of(line("Resolved", null)));
        var cut = new Dossier(whole.exportedAt(), whole.exportedBy(), whole.incident(), null, List.of(), List.of(), List.of(), List.of(), whole.timeline(), 30_000);
        assertThat(Markdown.of(cut)).contains("Only the newest 1 of 30000 entries.");
    }

    @Test
    void pdfHasItsWordsAsTextInManyScriptsAndAdmitsWhatItCannotPrint() throws IOException {
        String text = read(Pdf.of(dossier("Ausfall: Größe Ωμέγα Привет", "שלום עולם and " + "w".repeat(200) + " \uD83D\uDE00 数据库 \uD842\uDFB7 \u0000 end",
                List.of(line("Resolved", "Rolled back")))));
        assertThat(text).contains("INC-7 Ausfall: Größe Ωμέγα Привет", "Severity: critical", "Resolved, by Eli Okafor", "Rolled back", "page 1 of 1",
                "\uD83D\uDE00", "数据库", "[U+20BB7]", "show as their code", "end").doesNotContain("?");
        assertThat(text).contains("שלום");
        assertThat(text.replace("\n", "")).contains("w".repeat(200));
    }

    @Test
    void arabicLettersTakeTheFormOfTheirPlaceInTheWord() {
        assertThat(ArabicForms.shaped("سلام")).isEqualTo("\uFEB3\uFEFC\uFEE1"); // seen at the beginning, lam-alef joined to it, meem alone
        assertThat(ArabicForms.shaped("بَيت")).isEqualTo("\uFE91\u064E\uFEF4\uFE96"); // a vowel mark does not part the letters around it
        assertThat(ArabicForms.shaped("دار")).isEqualTo("\uFEA9\uFE8D\uFEAD"); // letters that join nothing after them
        assertThat(ArabicForms.shaped("plain (1)")).isEqualTo("plain (1)");
    }

    @Test
    void rightToLeftWordsAreTurnedWithTheirBracketsWhileNumbersStay() {
        assertThat(Glyphs.onPaper("אב (12) גד", true)).isEqualTo("דג (12) בא");
        assertThat(Glyphs.onPaper("see אב!", false)).isEqualTo("see בא!");
    }

    @Test
    void pdfOfTenThousandEntriesTakesItsPagesAndLittleTime() throws IOException {
        List<Dossier.Line> many = IntStream.rangeClosed(1, 10_000).mapToObj(i -> line("Entry " + i, i % 3 == 0 ? "A note on it" : null)).toList();
        Dossier dossier = dossier("A long one", "Thirty days of it.", many);
        Quickest.isBelow(Duration.ofSeconds(5), () -> Pdf.of(dossier));
        byte[] pdf = Pdf.of(dossier);
        assertThat(read(pdf)).contains("Entry 1,", "Entry 10000,");
    }

    private static String read(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Dossier.Line line(String text, String note) {
        return new Dossier.Line(NOON, "state.changed", "Eli Okafor", true, text, note, Map.of());
    }

    private static Dossier dossier(String title, String description, List<Dossier.Line> timeline) {
        var incident = new IncidentJson(new UUID(1, 1), 7, title, description, "critical", "resolved", "checkout-service", null, List.of("database"),
                NOON, NOON.plusSeconds(60), NOON.plusSeconds(1200), 60L, 1200L, 0, 0, 3);
        return new Dossier(NOON, "Ana Ruiz", incident, null, List.of(), List.of(), List.of(), List.of(), timeline, timeline.size());
    }
}
