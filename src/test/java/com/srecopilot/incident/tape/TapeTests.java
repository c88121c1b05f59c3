package com.srecopilot.incident.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.srecopilot.alert.AlertCourses.Course;
import com.srecopilot.alert.AlertCourses.Stretch;
import com.srecopilot.incident.IncidentView;

class TapeTests {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void hasFewRoundTicksForTenMinutesAsForThirtyDaysAndThreeYears() {
        assertThat(labels(Duration.ofMinutes(35))).containsExactly("12:00", "12:05", "12:10", "12:15", "12:20", "12:25", "12:30", "12:35");
        assertThat(labels(Duration.ofHours(20))).containsExactly("12:00", "15:00", "18:00", "21:00", "Nov 25", "03:00", "06:00");
        assertThat(labels(Duration.ofDays(30))).hasSizeBetween(3, 8).allSatisfy(label -> assertThat(label).matches("(Nov|Dec) \\d+"));
        assertThat(labels(Duration.ofDays(1100))).hasSizeBetween(1, 8);
        assertThat(labels(Duration.ofMinutes(2))).containsExactly("12:00", "12:01", "12:02");
    }

    @Test
    void keepsWhatLiesOutsideAtTheEdge() {
        TapeSpan span = span(Duration.ofMinutes(10));
        assertThat(span.at(NOON.minusSeconds(60))).isZero();
        assertThat(span.at(NOON.plusSeconds(300))).isEqualTo(50);
        assertThat(span.at(NOON.plus(Duration.ofDays(3)))).isEqualTo(100);
    }

    @Test
    void ofEventsTooCloseTheWeightierStaysAndCountsTheOthers() {
        List<Tape.Mark> marks = TapeMarks.fitting(List.of(mark(10, 3), mark(10.5, 10), mark(11.9, 1), mark(40, 4)));
        assertThat(marks).extracting(Tape.Mark::at).containsExactly(10.5, 40.0);
        assertThat(marks.get(0).title()).isEqualTo("Event 10 and 2 more");
    }

    @Test
    void tenThousandEventsLeaveAtMostAsManyMarksAsHaveRoom() {
        List<Tape.Mark> marks = TapeMarks.fitting(IntStream.range(0, 10_000).mapToObj(i -> mark(i / 100.0, i % 10)).toList());
        assertThat(marks).hasSizeLessThanOrEqualTo(48);
        assertThat(marks.stream().mapToInt(Tape.Mark::count).sum()).isEqualTo(10_000);
        assertThat(marks.stream().filter(mark -> !mark.wide()).toList()).hasSizeLessThanOrEqualTo(17);
    }

    @Test
    void aFlappingAlertIsOneLaneOfStretchesThatCanBeToldApart() {
        List<Stretch> flaps = IntStream.range(0, 2_000).mapToObj(i -> new Stretch(NOON.plusSeconds(i * 10L), NOON.plusSeconds(i * 10L + 5))).toList();
        List<Tape.Lane> lanes = TapeLanes.of(List.of(new Course("A title that is longer than anybody would like", "high", 2_000, 0, flaps)), span(Duration.ofHours(6)));
        assertThat(lanes).hasSize(1);
        assertThat(lanes.get(0).bars()).hasSizeLessThan(250).allSatisfy(bar -> assertThat(bar.at() + bar.width()).isLessThanOrEqualTo(100));
        assertThat(lanes.get(0).label()).endsWith("anybody would like ×2000");
    }

    @Test
    void thePhasesFollowOneAnotherToTheEdge() {
        IncidentView incident = new IncidentView(UUID.randomUUID(), 7, "Slow", "", "high", "resolved", "cart", null, List.of(), NOON,
                NOON.plusSeconds(180), NOON.plusSeconds(1200), 0, 0, 0, 1, false, 0);
        List<TapeEvents.Step> steps = List.of(new TapeEvents.Step("investigating", NOON.plusSeconds(180)), new TapeEvents.Step("resolved", NOON.plusSeconds(1200)));
        List<Tape.Phase> phases = TapePhases.of(incident, steps, new TapeSpan(NOON.minusSeconds(600), NOON.plusSeconds(1400)), NOON.plusSeconds(1200));
        assertThat(phases).extracting(Tape.Phase::state).containsExactly("detected", "investigating", "resolved");
        assertThat(phases.get(2).at() + phases.get(2).width()).isEqualTo(100);
        assertThat(phases.get(1).took()).isEqualTo("17 min");
    }

    private static List<String> labels(Duration length) {
        return span(length).ticks().stream().map(TapeSpan.Tick::label).toList();
    }

    private static TapeSpan span(Duration length) {
        return new TapeSpan(NOON, NOON.plus(length));
    }

    private static Tape.Mark mark(double at, int weight) {
        return new Tape.Mark("m" + at, NOON, at, "info", "plain", "Event " + weight, "#", weight, false, false, 1);
    }
}
