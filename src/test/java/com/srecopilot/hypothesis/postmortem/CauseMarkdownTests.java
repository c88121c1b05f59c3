package com.srecopilot.hypothesis.postmortem;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.srecopilot.hypothesis.Confidence;
import com.srecopilot.hypothesis.Fact;
import com.srecopilot.hypothesis.HypothesisView;
import com.srecopilot.incident.IncidentView;

import static org.assertj.core.api.Assertions.assertThat;

class CauseMarkdownTests {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final IncidentView INCIDENT = new IncidentView(new UUID(0, 1), 42, "Checkout <b>fails</b>", "", "high", "resolved", "checkout", null, List.of(), NOON,
            NOON, NOON, 1, 0, 1, 1, false, 0);

    private static String of(String claim, HypothesisView.Verdict verdict) {
        return of(claim, verdict, null);
    }

    private static String of(String claim, HypothesisView.Verdict verdict, HypothesisView.Withdrawal withdrawn) {
        return CauseMarkdown.of(INCIDENT, new HypothesisView(new UUID(0, 2), 42, 1, claim, "", new Confidence(0.62), new Confidence(0.55), 1,
                verdict == null ? "open" : "validated", "orders-db", List.of(new Fact("metric", "orders-db: cpu went from 10 to 90, since 11:58 UTC",
                "/incidents/42/hypotheses/charts?service=orders-db&metric=cpu(x)")), verdict, withdrawn), "https://copilot.test");
    }

    @Test
    void claimVerdictAndEvidenceStandThereWithWholeLinks() {
        String text = of("orders-db v18 was deployed", new HypothesisView.Verdict("Ana Ruiz", NOON, "it matches"));
        assertThat(text).startsWith("### Cause: orders-db v18 was deployed\n\nIncident [INC-42](https://copilot.test/incidents/42): ")
                .contains("with 55 % confidence; validated by Ana Ruiz at 2026-10-01 12:00 UTC: it matches")
                .contains("- [orders-db: cpu went from 10 to 90, since 11:58 UTC](https://copilot.test/incidents/42/hypotheses/charts?service=orders-db&metric=cpu%28x%29)\n");
    }

    @Test
    void whatNobodyJudgedSaysSo() {
        assertThat(of("x", null)).contains("now 62 %; nobody has confirmed it or ruled it out.");
    }

    @Test
    void whatTheEngineDiscardedSaysWhenAndWhy() {
        assertThat(of("x", null, new HypothesisView.Withdrawal(NOON, "nothing that is known by now points there")))
                .contains("last with 62 %; no longer among the candidates after the run of 2026-10-01 12:00 UTC: nothing that is known by now points there\n")
                .doesNotContain("nobody has");
        assertThat(of("x", new HypothesisView.Verdict("Ana Ruiz", NOON, null), new HypothesisView.Withdrawal(NOON, "y"))).contains("validated by Ana Ruiz")
                .doesNotContain("no longer");
    }

    @Test
    void otherPeoplesWordsStayWords() {
        assertThat(of("# [click](javascript:x) <img>\n- `rm`", null)).startsWith("### Cause: \\# \\[click\\](javascript:x) \\<img\\> - \\`rm\\`\n").contains("Checkout \\<b\\>fails");
    }
}
