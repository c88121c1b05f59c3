package com.srecopilot.hypothesis.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

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
