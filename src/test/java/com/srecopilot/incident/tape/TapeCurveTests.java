package com.srecopilot.incident.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.srecopilot.alert.AlertCourses.Course;
import com.srecopilot.alert.AlertCourses.Stretch;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.telemetry.symptom.Measure;
import com.srecopilot.telemetry.symptom.Symptom;

class TapeCurveTests {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final TapeSpan SPAN = new TapeSpan(NOON.minus(Duration.ofMinutes(20)), NOON.plus(Duration.ofMinutes(20)));

    @Test
    void beginsToMoveWhenTheSymptomDidThoughItWasDetectedLater() {
        TapeCurve curve = drawn(every30Seconds(i -> i < 34 ? 0.002 + i % 3 * 0.0005 : Math.min(0.26, 0.05 * (i - 33))));
        assertThat(curve.turn().time()).isEqualTo("11:57");
        assertThat(curve.turn().before()).isEqualTo("3 min before it was detected");
        assertThat(curve.label().value()).isEqualTo("26 %");
        assertThat(curve.label().y()).isEqualTo(8);
        assertThat(curve.sentence()).isEqualTo("http_error_ratio of cart: 0.20 % at first, 26 % at most, 26 % at last. It began to move at 11:57 UTC, 3 min before it was detected.");
        assertThat(curve.table().rows()).hasSizeLessThanOrEqualTo(48).first().satisfies(row -> assertThat(row.value()).isEqualTo("0.20 %"));
    }

    @Test
    void whatDidNotMoveHasNoTurn() {
        assertThat(drawn(every30Seconds(i -> 0.01 + i % 5 * 0.002)).turn()).isNull();
    }

    @Test
    void whereNothingWasMeasuredTheLineIsBroken() {
        double[] times = IntStream.range(0, 80).filter(i -> i < 30 || i > 50).mapToDouble(i -> SPAN.from().getEpochSecond() + 30.0 * i).toArray();
        TapeCurve curve = drawn(new TapeLevels("cpu", String::valueOf, times, new double[times.length], false));
        assertThat(curve.lines()).hasSize(2);
        assertThat(curve.areas()).allSatisfy(area -> assertThat(area).matches("\\d+,100 .* \\d+,100"));
    }

    @Test
    void ofAlertsTheCurveIsHowManyFiredAtOnce() {
        List<Course> alerts = List.of(course("Slow", 0, 600), course("Fails", 120, 480));
        TapeLevels levels = TapeLevels.of(alerts, SPAN, NOON.plusSeconds(900));
        assertThat(levels.values()).containsExactly(0, 1, 2, 1, 0, 0);
        TapeCurve curve = drawn(levels);
        assertThat(curve.lines()).containsExactly("0,100.0 500,100.0 500,54.0 550,54.0 550,8.0 700,8.0 700,54.0 750,54.0 750,100.0 875,100.0 875,100.0");
        assertThat(curve.sentence()).isEqualTo("alerts firing: 0 at first, 2 at most, 0 at last.");
        assertThat(curve.turn()).isNull();
    }

    private static Course course(String title, int from, int to) {
        return new Course(title, "high", 1, 0, List.of(new Stretch(NOON.plusSeconds(from), NOON.plusSeconds(to))));
    }

    private static TapeLevels every30Seconds(IntToDoubleFunction level) {
        return TapeLevels.of(new Symptom(Measure.of("http_error_ratio", ""), IntStream.range(0, 80).mapToDouble(i -> SPAN.from().getEpochSecond() + 30.0 * i).toArray(),
                IntStream.range(0, 80).mapToDouble(level).toArray()));
    }

    private static TapeCurve drawn(TapeLevels levels) {
        IncidentView incident = new IncidentView(UUID.randomUUID(), 7, "Fails", "", "high", "investigating", "cart", null, List.of(), NOON, null, null, 0, 0, 0, 1, false, 0);
        return TapeCurves.drawn(incident, levels, SPAN);
    }
}
