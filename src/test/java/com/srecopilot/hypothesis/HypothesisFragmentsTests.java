package com.srecopilot.hypothesis;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.FileTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** The fragments as they are pushed: without a request. */
class HypothesisFragmentsTests {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    HypothesisFragmentsTests() {
        FileTemplateResolver files = new FileTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(files);
    }

    private static HypothesisView cause(int rank, int firstRank, String claim, HypothesisView.Verdict verdict, String state) {
        return new HypothesisView(new UUID(0, rank), 345, rank, claim, claim + ".", new Confidence(0.62), new Confidence(0.75),
                firstRank, state, "checkout-service",
                List.of(new Fact("change", "v1.2.3 was deployed", "/services/checkout-service#change-1")), verdict, null);
    }

    private static HypothesisView open(int rank) {
        return cause(rank, rank, "Claim " + rank, null, "open");
    }

    private static HypothesisView judged(int rank, int firstRank, String state) {
        return cause(rank, firstRank, "Claim " + rank, new HypothesisView.Verdict("Eli Okafor", NOON, "it matches"), state);
    }

    private String render(String template, String name, Object value) {
        String html = engine.process(template, new Context(Locale.ENGLISH, Map.of(name, value, "now", NOON))).strip();
        assertThat(html).doesNotContain("style=", "<script", "th:", "_csrf", "null");
        return html;
    }

    @Test
    void aCardShowsClaimWordNumberAndEvidenceWithItsLink() {
        String card = render("hypothesis/_card", "cause", open(1));

        assertThat(card).startsWith("<article").contains("id=\"hypothesis-00000000-0000-0000-0000-000000000001\"", "Claim 1",
                "<b>Possible</b>, 62 %", "<a href=\"/services/checkout-service#change-1\">v1.2.3 was deployed</a>",
                "hx-post=\"/incidents/345/hypotheses/00000000-0000-0000-0000-000000000001/validation\"", "data-needs=\"hypotheses:write\"");
    }

    @Test
    void allEvidenceIsThereAndTheSixthIsFolded() {
        List<Fact> facts = IntStream.range(0, 8).mapToObj(i -> new Fact("alert", "Fact " + i + ".", "/alerts/" + i)).toList();
        String card = render("hypothesis/_card", "cause", new HypothesisView(new UUID(0, 1), 345, 1, "Claim", "", new Confidence(0.5),
                new Confidence(0.5), 1, "open", "cache", facts, null, null));

        assertThat(facts).allSatisfy(fact -> assertThat(card).containsOnlyOnce(fact.text()));
        assertThat(card.substring(0, card.indexOf("3 more"))).contains("Fact 4.").doesNotContain("Fact 5.");
    }

    @Test
    void aVerdictShowsWhoWhenWhyAndHowSureTheEngineWasAtFirst() {
        String card = render("hypothesis/_card", "cause", judged(2, 2, "validated"));

        assertThat(card).contains("class=\"cause-card validated\"", "<b>Likely</b> at first, 75 %", "<b>Validated</b> by Eli Okafor at",
                "12:00 UTC", "“it matches”", "Take back").doesNotContain("Reject…");
    }

    @Test
    void fromRankFourOnItIsOneLine() {
        assertThat(render("hypothesis/_card", "cause", open(3))).startsWith("<article");
        assertThat(render("hypothesis/_card", "cause", open(4))).startsWith("<details class=\"cause-line\"").contains("62 %");
    }

    @Test
    void whatOthersWroteIsText() {
        String card = render("hypothesis/_card", "cause", cause(1, 1, "<script>alert(1)</script>", null, "open"));

        assertThat(card).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void judgedOnesComeFirstExceptThoseThatNeverWere() {
        HypothesesView panel = HypothesesView.of(345, List.of(open(3), judged(5, 5, "rejected"), judged(1, 1, "rejected"),
                open(4), judged(2, 2, "validated")), false, null, NOON, NOON.plusSeconds(2));

        assertThat(panel.items()).extracting(HypothesisView::rank).containsExactly(2, 1, 3, 4, 5);
        assertThat(render("hypothesis/_head", "panel", panel)).contains("id=\"hypotheses-head-345\"", "5 found in 2 s");
        assertThat(Pattern.compile("id=\"hypothesis-0").matcher(render("hypothesis/_list", "panel", panel)).results()).hasSize(5);
    }

    @Test
    void anAbstentionSaysWhy() {
        HypothesesView panel = HypothesesView.of(345, List.of(), false, "Nothing changed", NOON, NOON);

        assertThat(render("hypothesis/_panel", "panel", panel)).contains("No cause named", "Nothing changed", "12:00 UTC");
    }

    @Test
    void aRunUnderWaySaysSo() {
        assertThat(render("hypothesis/_head", "panel", HypothesesView.of(345, List.of(open(1)), true, null, NOON, null)))
                .contains("looking, 1 so far");
    }
}
