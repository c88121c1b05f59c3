package com.srecopilot.hypothesis.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class BenchmarkTests {

    private final Benchmark shipped = Benchmark.shipped();

    @Test
    void theCommittedResultSetsTheEngineBesideTrivialWays() {
        assertThat(shipped.methods()).extracting(Benchmark.Row::method).contains("this engine, system unseen", "largest deviation", "random");
        assertThat(shipped.methods()).allMatch(row -> row.first().size() == 3 && row.found().contains(" % ("));
        for (String set : List.of("public", "public, alert 60 s late")) {
            List<Benchmark.Row> parts = shipped.parts().stream().filter(row -> row.set().equals(set)).toList();
            assertThat(parts).filteredOn(row -> row.method().startsWith("system: ")).hasSize(3);
            assertThat(parts).filteredOn(row -> row.method().startsWith("fault: ")).hasSizeGreaterThan(5)
                    .allMatch(row -> row.first().get(1) < row.first().get(2), "few cases are never certain");
        }
    }

    @Test
    void onSystemsThatItNeverSawTheConfidenceIsOffByATenthAtMost() {
        assertThat(shipped.methods()).filteredOn(row -> row.engine() && !row.method().contains("in sample")).hasSizeGreaterThan(3)
                .allMatch(row -> row.ece() <= 0.10, "off by 0.10 at most over all cases")
                .allMatch(row -> row.eceBySystem() <= row.eceByChance() + 0.05, "by system, little more than chance alone makes of few cases");
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
        assertThat(new HitRate(15, 20).interval()).isEqualTo("53 % to 89 %");
        assertThat(new HitRate(20, 20).interval()).isEqualTo("84 % to 100 %");
    }
}
