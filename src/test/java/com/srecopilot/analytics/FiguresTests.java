package com.srecopilot.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.srecopilot.incident.IncidentTrends.Began;
import com.srecopilot.incident.IncidentTrends.Hour;
import com.srecopilot.incident.IncidentTrends.Took;

class FiguresTests {

    private final Period quarter = Period.of(90, Instant.parse("2026-11-24T12:00:00Z"));

    @Test
    void aPeriodIsCutIntoStepsThatEndNow() {
        assertThat(quarter.steps()).isEqualTo(13);
        assertThat(quarter.from()).isEqualTo("2026-08-25T12:00:00Z");
        assertThat(quarter.before().to()).isEqualTo(quarter.from());
        assertThat(Period.of(7, quarter.to()).steps()).isEqualTo(7);
        assertThat(Period.of(30, quarter.to()).steps()).isEqualTo(10);
        assertThat(Period.of(-1, quarter.to()).days()).isEqualTo(90);
    }

    @Test
    void theMiddleHalfIsDrawnOnlyWhereThereWereEnough() {
        TrendChart chart = TrendChart.of(quarter, List.of(new Took(0, 9, 1_800, 600, 1_200, 2_400), new Took(1, 9, 1_800, 600, 1_500, 2_400),
                new Took(2, 2, 900, 900, 900, 900), new Took(7, 1, 60, 60, 60, 60)));
        assertThat(chart.lines()).hasSize(2);
        assertThat(chart.bands()).hasSize(1);
        assertThat(chart.points()).hasSize(4);
        assertThat(chart.unit()).isEqualTo("minutes");
        assertThat(chart.scale().marks()).containsExactly(40L, 30L, 20L, 10L, 0L);
        assertThat(chart.table()).hasSize(13);
        assertThat(chart.table().get(2).low()).isEqualTo("–");
        assertThat(TrendChart.of(quarter, List.of()).lines()).isEmpty();
    }

    @Test
    void aMonthLongIncidentIsCountedInDays() {
        TrendChart chart = TrendChart.of(quarter, List.of(new Took(3, 5, 2_592_000, 2_592_000, 2_592_000, 2_592_000)));
        assertThat(chart.unit()).isEqualTo("days");
        assertThat(chart.table().get(3).median()).isEqualTo("30 d 0 h");
    }

    @Test
    void fewIncidentsSayLittleAndThatIsSaid() {
        Took few = new Took(0, 3, 600, 500, 600, 700);
        Took none = new Took(0, 0, 0, 0, 0, 0);
        assertThat(Resolution.of(few, none).words()).isEqualTo("3 incidents were resolved: half within 10 min; mean 10 min. So few say little.");
        assertThat(Resolution.of(none, none).words()).isEqualTo("No incident was resolved in this time.");
        Took many = new Took(0, 40, 900, 300, 1_200, 2_000);
        assertThat(Resolution.of(many, new Took(0, 40, 900, 300, 1_560, 2_000)).comparison()).isEqualTo("6 min faster than in the time before");
        assertThat(Resolution.of(many, few).comparison()).contains("too few");
    }

    @Test
    void hoursAreCountedByServiceAndByWeekday() {
        List<Hour> hours = List.of(new Hour("checkout", 1, 9, 5), new Hour("checkout", 2, 9, 4), new Hour("", 7, 23, 1), new Hour("cache", 1, 10, 2));
        HeatMap services = HeatMap.byService(hours, 2);
        assertThat(services.rows().stream().map(HeatMap.Row::label)).containsExactly("checkout", "cache");
        assertThat(services.left()).isEqualTo(1);
        assertThat(services.words()).isEqualTo("Most in one hour: 9, checkout from 09:00 UTC.");
        assertThat(services.rows().get(0).thirds().get(3)).isEqualTo(9);
        assertThat(List.of(services.shade(0, 1), services.shade(1, 1), services.shade(9, 1))).containsExactly(0L, 1L, 5L);
        HeatMap week = HeatMap.byWeekday(hours);
        assertThat(week.rows()).hasSize(7);
        assertThat(week.rows().get(0).total()).isEqualTo(7);
        assertThat(HeatMap.byWeekday(List.of()).words()).isEqualTo("Nothing began in this time.");
    }

    @Test
    void stripsShareAScale() {
        SeverityStrips strips = SeverityStrips.of(quarter, List.of(new Began(0, "critical", 2), new Began(0, "low", 4), new Began(12, "low", 1)));
        assertThat(strips.words()).isEqualTo("7 incidents began: 2 critical, 0 high, 0 medium, 5 low.");
        assertThat(strips.strips().get(0).bars().get(0).height()).isEqualTo(50);
        assertThat(strips.strips().get(3).bars().get(0).y()).isEqualTo(0);
    }
}
