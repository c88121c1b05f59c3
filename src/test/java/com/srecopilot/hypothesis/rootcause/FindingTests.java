package com.srecopilot.hypothesis.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** When a metric is shown to have moved. */
class FindingTests {

    @Test
    void aSlopeBeganAtItsFoot() {
        assertThat(at(90, i -> i < 60 ? usual(i) : Math.min(100, 10 + 15 * (i - 59)), 63)).isEqualTo(60);
    }

    @Test
    void aStepBeganWhereItIs() {
        assertThat(at(60, i -> i < 30 ? usual(i) : 100, 30)).isEqualTo(30);
        assertThat(at(60, i -> i < 30 ? 100 + usual(i) : 5, 31)).isEqualTo(30);
    }

    @Test
    void whatIsOffFromTheBeginningHasNoFootBefore() {
        assertThat(at(20, i -> 100, 10)).isEqualTo(10);
    }

    private static double usual(int i) {
        return 10 + i % 3;
    }

    private static double at(int samples, IntToDoubleFunction value, int onset) {
        var series = new Series("shop", "latency", IntStream.range(0, samples).asDoubleStream().toArray(), IntStream.range(0, samples).mapToDouble(value).toArray());
        return Finding.of("moved", series, onset).at();
    }
}
