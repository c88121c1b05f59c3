package com.srecopilot.hypothesis.engine;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** No sentence without a cited fact. */
class EvidenceTests {

    @Test
    void theDescriptionIsMadeOfTheEvidenceAlone() {
        for (Suspicion suspicion : HypothesisEngineTests.shop().examined().suspicions()) {
            String rest = suspicion.description();
            for (Evidence evidence : suspicion.evidence()) {
                assertThat(rest).startsWith(evidence.text());
                rest = rest.substring(evidence.text().length()).replaceFirst("^\\. ?", "");
            }
            assertThat(rest).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Suspicion("key", "It was the moon", 0.5, 0.5, "moon", List.of()));
    }

    @Test
    void theEvidenceReadsAsPlainSentences() {
        assertThat(HypothesisEngineTests.shop().top().evidence()).extracting(Evidence::text).containsExactly(
                "checkout-service v1.2.3 was deployed at 11:54 UTC, 6 min before the first alert",
                "“connection pool exhausted” has been firing on checkout-service since 12:00 UTC",
                "INC-288, “Pool exhausted”, had the same alerts and was resolved on Aug 14 after 31 min; no cause was validated");
    }
}
