package com.srecopilot.alert.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.srecopilot.alert.episode.Verdict.Outcome;

/** One rule a test; times are clock times of one day. */
class EpisodesTests {

    private final Episodes episodes = new Episodes(List.of(), UUID::randomUUID);

    @Test
    void aFirstFiringOpensAnAlert() {
        expect(fired("10:00"), Outcome.OPENED, "first-firing");
        assertThat(shown()).containsExactly("10:00–… ×1");
    }

    @Test
    void theSameStartAgainIsARepeat() {
        fired("10:00");
        expect(fired("10:00"), Outcome.REPEATED, "repeat-of-known-start");
        assertThat(shown()).containsExactly("10:00–… ×2");
    }

    @Test
    void aLaterStartWhileItFiresIsARepeatAndIsRemembered() {
        fired("10:00");
        expect(fired("10:20"), Outcome.REPEATED, "repeat-while-open");
        assertThat(shown()).containsExactly("10:00–… ×2");
        assertThat(episodes.all()).first().extracting(Episode::latestStart).isEqualTo(at("10:20"));
    }

    @Test
    void aResolveClosesItAtTheSendersEnd() {
        fired("10:00");
        Verdict verdict = resolved("10:00", "10:30");
        expect(verdict, Outcome.RESOLVED, "resolve");
        assertThat(verdict.closed()).hasSize(1);
        assertThat(shown()).containsExactly("10:00–10:30 ×1");
    }

    @Test
    void aLateDuplicateOfTheFiringStaysResolved() {
        fired("10:00");
        resolved("10:00", "10:30");
        expect(fired("10:00"), Outcome.REPEATED, "late-repeat-of-known-start");
        assertThat(shown()).containsExactly("10:00–10:30 ×2");
    }

    @Test
    void aFiringAfterTheEndIsANewAlert() {
        fired("10:00");
        resolved("10:00", "10:30");
        expect(fired("11:00"), Outcome.OPENED, "firing-after-end");
        assertThat(shown()).containsExactly("10:00–10:30 ×1", "11:00–… ×1");
    }

    @Test
    void aFiringThatStartsExactlyAtTheEndIsNoNewAlert() {
        fired("10:00");
        resolved("10:00", "10:30");
        expect(fired("10:30"), Outcome.REPEATED, "late-repeat-within-episode");
    }

    @Test
    void aFiringWithinAClosedEpisodeIsALateRepeat() {
        fired("10:00");
        resolved("10:00", "10:30");
        expect(fired("10:10"), Outcome.REPEATED, "late-repeat-within-episode");
        assertThat(shown()).containsExactly("10:00–10:30 ×2");
    }

    @Test
    void withoutAStartItRepeatsWhatIsOpen() {
        fired("10:00");
        expect(episodes.fired(null, at("12:00")), Outcome.REPEATED, "repeat-while-open");
        assertThat(shown()).containsExactly("10:00–… ×2");
    }

    @Test
    void withoutAStartAndNothingOpenItBeginsNow() {
        expect(episodes.fired(null, at("12:00")), Outcome.OPENED, "first-firing");
        episodes.resolved(null, null, at("12:05"));
        expect(episodes.fired(null, at("12:10")), Outcome.OPENED, "firing-after-end");
        assertThat(shown()).containsExactly("12:00–12:05 ×1", "12:10–… ×1");
    }

    @Test
    void withoutAStartItBeginsAnewEvenIfTheLastEndLiesAhead() {
        fired("10:00");
        resolved("10:00", "12:01");
        expect(episodes.fired(null, at("12:00")), Outcome.OPENED, "firing-after-end");
        assertThat(episodes.all()).last().extracting(Episode::startsAt).isEqualTo(at("12:01").plusMillis(1));
    }

    @Test
    void aResolveWithoutEndEndsNow() {
        fired("10:00");
        episodes.resolved(at("10:00"), null, at("10:45"));
        assertThat(shown()).containsExactly("10:00–10:45 ×1");
    }

    @Test
    void aResolveWithoutStartClosesWhatIsOpen() {
        fired("10:00");
        expect(episodes.resolved(null, at("10:30"), at("10:31")), Outcome.RESOLVED, "resolve");
        assertThat(shown()).containsExactly("10:00–10:30 ×1");
    }

    @Test
    void aResolveWithoutStartMayLagBehindOurClock() {
        episodes.fired(null, at("10:00"));
        expect(episodes.resolved(null, at("09:58"), at("10:01")), Outcome.RESOLVED, "resolve");
        assertThat(shown()).containsExactly("10:00–10:00 ×1");
    }

    @Test
    void aResolveWithoutStartOfLongAgoIsDropped() {
        fired("10:00");
        expect(episodes.resolved(null, at("09:00"), at("10:01")), Outcome.DROPPED, "resolve-of-an-earlier-episode");
        assertThat(shown()).containsExactly("10:00–… ×1");
    }

    @Test
    void aResolveOfAnUnknownKeyWithoutStartIsDropped() {
        Verdict verdict = episodes.resolved(null, at("10:30"), at("10:31"));
        expect(verdict, Outcome.DROPPED, "resolve-without-episode");
        assertThat(verdict.episode()).isNull();
        assertThat(episodes.all()).isEmpty();
    }

    @Test
    void aResolveBeforeItsFiringIsKeptAndTheFiringCountsAsItsRepeat() {
        expect(resolved("10:00", "10:30"), Outcome.RESOLVED, "resolve-before-firing");
        assertThat(shown()).containsExactly("10:00–10:30 ×0");
        expect(fired("10:00"), Outcome.REPEATED, "late-repeat-of-known-start");
        assertThat(shown()).containsExactly("10:00–10:30 ×1");
    }

    @Test
    void aLateResolveNeverClosesALaterEpisode() {
        fired("10:00");
        resolved("10:00", "10:30");
        fired("11:00");
        expect(resolved("10:00", "10:30"), Outcome.REPEATED, "resolve-repeated");
        expect(resolved("10:00", "11:30"), Outcome.REPEATED, "resolve-repeated");
        expect(episodes.resolved(at("10:00"), null, at("12:00")), Outcome.REPEATED, "resolve-repeated");
        assertThat(shown()).containsExactly("10:00–10:30 ×1", "11:00–… ×1");
    }

    @Test
    void aLateResolveOfAnEpisodeNeverSeenLeavesTheLaterOneOpen() {
        fired("11:00");
        expect(resolved("10:00", "10:30"), Outcome.RESOLVED, "resolve-before-firing");
        assertThat(shown()).containsExactly("10:00–10:30 ×0", "11:00–… ×1");
    }

    @Test
    void aResolveThatEndsBeforeARepeatedStartOpensTheLaterEpisode() {
        UUID first = fired("10:00").episode().id();
        fired("11:00");
        fired("11:00");
        Verdict verdict = resolved("10:00", "10:30");
        expect(verdict, Outcome.RESOLVED, "resolve-before-a-later-firing");
        assertThat(shown()).containsExactly("10:00–10:30 ×1", "11:00–… ×2");
        assertThat(verdict.opened()).extracting(Episode::startsAt).containsExactly(at("11:00"));
        assertThat(verdict.closed()).extracting(Episode::id).containsExactly(first);
    }

    @Test
    void aResolveWithoutEndStopsBeforeTheNextStart() {
        fired("10:00");
        fired("11:00");
        episodes.resolved(at("10:00"), null, at("11:05"));
        assertThat(episodes.all()).first().extracting(Episode::endsAt).isEqualTo(at("11:00").minusMillis(1));
        assertThat(episodes.all()).last().extracting(Episode::open).isEqualTo(true);
    }

    @Test
    void anEarlierStartThatArrivesLateMovesTheBeginning() {
        UUID id = fired("10:30").episode().id();
        expect(fired("10:00"), Outcome.REPEATED, "firing-with-earlier-start");
        assertThat(shown()).containsExactly("10:00–… ×2");
        assertThat(episodes.all()).extracting(Episode::id).containsExactly(id);
    }

    @Test
    void anAlertKeepsItsIdWhenWhatWasTakenForItsBeginningWasAnotherEpisode() {
        fired("10:00");
        resolved("10:00", "10:20");
        UUID later = fired("11:00").episode().id();
        fired("10:40");
        resolved("10:40", "10:50");
        assertThat(shown()).containsExactly("10:00–10:20 ×1", "10:40–10:50 ×1", "11:00–… ×1");
        assertThat(episodes.all()).last().extracting(Episode::id).isEqualTo(later);
    }

    @Test
    void anEndBeforeItsStartEndsAtTheStart() {
        fired("10:00");
        resolved("10:00", "09:00");
        assertThat(shown()).containsExactly("10:00–10:00 ×1");
    }

    @Test
    void aSenderThatNamesANewStartEachTimeIsRememberedInBounds() {
        for (int minute = 0; minute < 500; minute++) {
            episodes.fired(at("10:00").plusSeconds(60L * minute), at("10:00"));
        }
        assertThat(shown()).containsExactly("10:00–… ×500");
        assertThat(episodes.all()).first().satisfies(episode -> assertThat(episode.sightings()).hasSizeLessThanOrEqualTo(64));
    }

    @Test
    void whatOneKeyWentThroughStaysTheSameWhenReadBackInBetween() {
        fired("10:00");
        var again = new Episodes(episodes.all(), UUID::randomUUID);
        again.resolved(at("10:00"), at("10:30"), at("10:31"));
        assertThat(again.all()).extracting(EpisodesTests::show).containsExactly("10:00–10:30 ×1");
        assertThat(again.all()).extracting(Episode::id).containsExactlyElementsOf(episodes.all().stream().map(Episode::id).toList());
    }

    private Verdict fired(String start) {
        return episodes.fired(at(start), at("23:00"));
    }

    private Verdict resolved(String start, String end) {
        return episodes.resolved(at(start), at(end), at("23:00"));
    }

    private static void expect(Verdict verdict, Outcome outcome, String rule) {
        assertThat(verdict).extracting(Verdict::outcome, Verdict::rule).containsExactly(outcome, rule);
    }

    private List<String> shown() {
        return new ArrayList<>(episodes.all().stream().map(EpisodesTests::show).toList());
    }

    static String show(Episode episode) {
        String end = episode.open() ? "…" : clock(episode.endsAt());
        return clock(episode.startsAt()) + "–" + end + " ×" + episode.count();
    }

    private static String clock(Instant time) {
        return time.toString().substring(11, 16);
    }

    static Instant at(String clock) {
        return Instant.parse("2026-03-05T" + clock + ":00Z");
    }
}
