package com.srecopilot.hypothesis.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Beside trivial ways, on what was not learned from. The margins are printed; what is asserted lies a little below what is measured. */
class SuggestionAccuracyTests {

    @BeforeAll
    static void theDataIsHere() {
        assumeTrue(Files.isDirectory(PublicTexts.FOLDER), "the public data is not here");
    }

    @Test
    void severitiesOfUnseenTechnologiesAreGuessedBetterThanTheMostFrequentOrKeywords() throws IOException {
        Trial trial = PublicTexts.severity();
        double least = Aspect.SEVERITY.least();
        tell("severity", trial, least, PublicTexts.MAJORITY, PublicTexts.KEYWORDS);
        assertThat(trial.accuracy().low()).isGreaterThan(trial.accuracy(PublicTexts.MAJORITY).high());
        assertThat(trial.accuracy().value()).isGreaterThan(trial.accuracy(PublicTexts.KEYWORDS).value() + 0.08);
        assertThat(trial.accuracyWhenSpoken(least).value()).isGreaterThan(trial.accuracyWhenSpoken(least, PublicTexts.KEYWORDS).value() + 0.15);
        assertThat(trial.spoken(least).value()).isGreaterThan(0.4);
        assertThat(trial.tooSureBy(least)).isBetween(-0.05, 0.05);
    }

    @Test
    void categoriesOfLaterReportsAreGuessedFromEarlierOnes() throws IOException {
        Trial trial = PublicTexts.category(true);
        double least = Aspect.CATEGORY.least();
        tell("category", trial, least, PublicTexts.MAJORITY, PublicTexts.KEYWORDS, PublicTexts.SERVICE);
        assertThat(trial.accuracy().low()).isGreaterThan(trial.accuracy(PublicTexts.MAJORITY).high() + 0.3);
        assertThat(trial.accuracy().low()).isGreaterThan(trial.accuracy(PublicTexts.KEYWORDS).high() + 0.2);
        assertThat(trial.accuracyWhenSpoken(least).value()).isGreaterThan(0.95);
        assertThat(trial.accuracy().value()).as("no worse than looking the service up").isGreaterThanOrEqualTo(trial.accuracy(PublicTexts.SERVICE).value());
    }

    @Test
    void categoriesAreGuessedFromWordsAloneWhereTheServiceIsNotKnown() throws IOException {
        Trial trial = PublicTexts.category(false);
        double least = Aspect.CATEGORY.least();
        tell("category, service not told", trial, least, PublicTexts.MAJORITY, PublicTexts.KEYWORDS);
        assertThat(trial.accuracy().value()).isGreaterThan(trial.accuracy(PublicTexts.MAJORITY).value() + 0.15);
        assertThat(trial.accuracyWhenSpoken(least).value()).isGreaterThan(trial.accuracyWhenSpoken(least, PublicTexts.KEYWORDS).value() + 0.2);
    }

    private static void tell(String what, Trial trial, double least, String... ways) {
        System.out.printf("%s: n=%d right %.3f; speaks of %.2f, then right %.3f%n", what, trial.size(), trial.accuracy().value(),
                trial.spoken(least).value(), trial.accuracyWhenSpoken(least).value());
        for (String way : ways) {
            System.out.printf("   margin over %s: %+.3f, %+.3f when it speaks%n", way, trial.accuracy().value() - trial.accuracy(way).value(),
                    trial.accuracyWhenSpoken(least).value() - trial.accuracyWhenSpoken(least, way).value());
        }
    }
}
