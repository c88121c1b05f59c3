package com.srecopilot.hypothesis.chart;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.srecopilot.hypothesis.engine.Chart;

import static org.assertj.core.api.Assertions.assertThat;

class CurveTests {

    private static Curve curve(long at, List<Double> values) {
        List<Long> times = java.util.stream.LongStream.range(0, values.size()).mapToObj(i -> 1_000 + 10 * i).toList();
        return Curve.of(new Chart("orders-db", "cpu", Instant.ofEpochSecond(at), times, values));
    }

    @Test
    void theLineFillsItsBoxAndTheMarkStandsWhereItMoved() {
        Curve curve = curve(1_020, List.of(10.0, 10.0, 90.0, 90.0, 50.0));
        assertThat(curve.line()).isEqualTo("0.0,96.0 25.0,96.0 50.0,4.0 75.0,4.0 100.0,50.0");
        assertThat(curve.mark()).isEqualTo("50.0");
        assertThat(curve.rest()).isEqualTo("50.0");
        assertThat(curve.rows()).extracting(Curve.Row::moved).containsExactly(false, false, true, false, false);
        assertThat(curve.marks()).containsExactly("90.0", "50.0", "10.0");
    }

    @Test
    void oneSampleAFlatLineAndAClockHoursOffStayInsideTheBox() {
        assertThat(curve(1_000, List.of(5.0)).line()).isEqualTo("50.0,96.0");
        assertThat(curve(90_000, List.of(5.0, 5.0)).mark()).isEqualTo("100.0");
        assertThat(curve(0, List.of(5.0, 5.0)).mark()).isEqualTo("0.0");
    }
}
