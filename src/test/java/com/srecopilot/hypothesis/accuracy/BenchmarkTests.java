package com.srecopilot.hypothesis.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchmarkTests {

    private final Benchmark shipped = Benchmark.shipped();

    @Test
    void theCommittedResultSetsTheEngineBesideTrivialWays() {
        assertThat(shipped.methods()).extracting(Benchmark.Row::method).contains("this engine, system unseen", "largest deviation", "random");
        assertThat(shipped.methods()).allMatch(row -> row.first().size() == 3 && row.found().contains(" % ("));
        assertThat(shipped.parts()).isNotEmpty();
    }

    @Test
    void theReliabilityDiagramCountsEveryCaseOnce() {
        assertThat(shipped.reliability().stream().mapToInt(Benchmark.Bin::cases).sum()).isEqualTo(shipped.cases());
        assertThat(shipped.reliability()).allMatch(bin -> Double.parseDouble(bin.x()) <= 100 && Double.parseDouble(bin.y()) <= 100);
    }

    @Test
    void belowTwentyVerdictsNoRateIsTold() {
        assertThat(new HitRate(3, 19).enough()).isFalse();
        assertThat(new HitRate(15, 20).enough()).isTrue();
        assertThat(new HitRate(15, 20).percent()).isEqualTo("75 %");
    }
}
