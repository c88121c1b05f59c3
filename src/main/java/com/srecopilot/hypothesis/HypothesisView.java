package com.srecopilot.hypothesis;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A suspected cause as others see it.
 *
 * @param rank 1 is the likeliest
 * @param description one sentence for each piece of evidence
 * @param atFirst how sure the engine was when it first suspected this
 * @param state {@code open}, {@code validated} or {@code rejected}
 * @param verdict null while open
 * @param withdrawn when and why the engine came to suspect it no longer; null while it does
 */
public record HypothesisView(UUID id, int incident, int rank, String claim, String description, Confidence confidence,
        Confidence atFirst, int firstRank, String state, String service, List<Fact> evidence, Verdict verdict,
        Withdrawal withdrawn) {

    private static final int LAST_CARD = 3;

    public boolean open() {
        return verdict == null;
    }

    public boolean validated() {
        return state.equals(HypothesisState.VALIDATED.word());
    }

    public boolean rejected() {
        return state.equals(HypothesisState.REJECTED.word());
    }

    /** Shown as one line. */
    public boolean brief() {
        return open() && (rank > LAST_CARD || discarded());
    }

    /** Kept to be seen, no longer among the candidates. What a person says of it counts for more than that. */
    public boolean discarded() {
        return open() && withdrawn != null;
    }

    /** Its element on the incident page. */
    public String anchor() {
        return "hypothesis-" + id;
    }

    /** Where its verdicts are posted. */
    public String path() {
        return "/incidents/" + incident + "/hypotheses/" + id;
    }

    /** @param reason null when none was given */
    public record Verdict(String by, Instant at, String reason) {
    }

    public record Withdrawal(Instant at, String reason) {
    }
}
