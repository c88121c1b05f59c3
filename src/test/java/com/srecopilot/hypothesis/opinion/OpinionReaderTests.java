package com.srecopilot.hypothesis.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpinionReaderTests {

    private final Briefing briefing = Suspects.briefing("Checkout fails");

    @Test
    void whatCitesItsEvidenceIsKept() {
        Opinion opinion = read("ORDER H2 H1\nH2 [E3] orders-db ran out of connections at 10:02 UTC.\nNOTE [E1 E3] We look at orders-db v14.12.0.\n");
        assertThat(opinion.order()).containsExactly(2, 1);
        assertThat(opinion.explanations()).singleElement().satisfies(sentence -> {
            assertThat(sentence.rank()).isEqualTo(2);
            assertThat(sentence.evidence()).singleElement().satisfies(fact -> assertThat(fact.url()).isEqualTo("/alerts/3"));
        });
        assertThat(opinion.drafts()).singleElement().satisfies(draft -> assertThat(draft.text()).isEqualTo("We look at orders-db v14.12.0."));
        assertThat(opinion.dropped()).isZero();
    }

    @Test
    void claimsWithoutEvidenceOrWithForeignEvidenceAreDropped() {
        refuses("orders-db is broken.");
        refuses("H1 orders-db is broken.");
        refuses("H1 [] orders-db is broken.");
        refuses("H1 [E9] orders-db is broken.");
        refuses("H9 [E1] orders-db is broken.");
        refuses("H1 [E3] The pool is empty.");
        refuses("- H1 [E1] orders-db is broken.");
        refuses("ORDER H1");
        refuses("ORDER H1 H2 H3");
        refuses("ORDER H1 H1");
    }

    @Test
    void numbersServicesAndNamesThatTheEvidenceDoesNotHoldAreDropped() {
        refuses("H1 [E1] orders-db v14.12.0 was deployed 54 min before.");
        refuses("H1 [E1] v15.0.0 was deployed.");
        refuses("H1 [E1] payment-service was deployed.");
        refuses("H1 [E1] See status.evil.example for more.");
        assertThat(read("H1 [E1] orders-db v14.12.0 was deployed 53 min before the first alert.\n").sentences()).hasSize(1);
        assertThat(read("H1 [E1] A migration was deployed shortly before, e.g. an index.\n").dropped()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "H1 [E1] orders-db v14.12.0 was not deployed.",
            "H1 [E1] orders-db v14.12.0 was never deployed.",
            "H1 [E1] orders-db v14.12.0 wasn't deployed.",
            "H1 [E1] orders-db v14.12.0 was deployed 53 s before the first alert.",
            "H1 [E1] orders-db v14.12.0 was deployed fifty minutes before the first alert.",
            "H1 [E1] Three services use orders-db v14.12.0.",
            "H1 [E1] Redis-Cache was deployed with orders-db v14.12.0.",
            "H1 [E1] The cart hangs on orders-db.",
            "H1 [E1] orders-db v14.12.0 was rolled back.",
            "H2 [E3] orders-db has recovered.",
            "H2 [E3] The pool grew from 10 to 02 since 10:02 UTC."})
    void liesInPlainWordsAreDropped(String lie) {
        refuses(lie);
    }

    @Test
    void reasonsAgainstACauseMayBeGiven() {
        assertThat(read("H1 [E1] The deployment 53 minutes before is likely not the cause.\n").sentences()).hasSize(1);
    }

    @Test
    void aChangeIsTheOneThatWasMeasured() {
        Measured known = Measured.of("cpu went from 10.2 to 92.5, since 11:58 UTC");
        assertThat(known.holds(Measured.of("It rose from 10.2 to 92.5."))).isTrue();
        assertThat(known.holds(Measured.of("It fell from 92.5 to 10.2."))).isFalse();
        assertThat(known.holds(Measured.of("It rose to 92.5 %."))).isFalse();
    }

    @Test
    void whatIsStillWrittenIsShownInWholeWordsOnceItsEvidenceIsNamed() {
        OpinionReader reader = new OpinionReader(briefing);
        reader.take("H1 [E");
        assertThat(reader.soFar().sentences()).isEmpty();
        reader.take("1] orders-db v14.12.0 was depl");
        assertThat(reader.soFar().sentences()).singleElement().satisfies(sentence -> assertThat(sentence.text()).isEqualTo("orders-db v14.12.0 was"));
        reader.take("oyed 99 min ago");
        assertThat(reader.soFar().sentences()).isEmpty();
        assertThat(reader.whole()).isEqualTo(new Opinion(List.of(), List.of(), 1));
    }

    @Test
    void aTalkerIsCutAfterTwelveLines() {
        Opinion opinion = read("NOTE [E1] orders-db was deployed.\n".repeat(40));
        assertThat(opinion.sentences()).hasSize(12);
        assertThat(opinion.dropped()).isEqualTo(28);
    }

    private void refuses(String line) {
        assertThat(read(line + "\n")).as(line).isEqualTo(new Opinion(List.of(), List.of(), 1));
    }

    private Opinion read(String text) {
        OpinionReader reader = new OpinionReader(briefing);
        text.chars().forEach(each -> reader.take(String.valueOf((char) each)));
        return reader.whole();
    }
}
