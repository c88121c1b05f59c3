package com.srecopilot.telemetry.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

class SketchTests {

    private static Sketch of(int schema, double... values) {
        Map<Integer, Long> buckets = DoubleStream.of(values).filter(value -> value > 0).boxed().collect(Collectors.groupingBy(
                value -> (int) Math.ceil(Math.log(value) / Math.log(2) * Math.pow(2, schema)) - 1, TreeMap::new, Collectors.counting()));
        return new Sketch(schema, DoubleStream.of(values).filter(value -> value == 0).count(), Side.EMPTY, new Side(buckets.keySet().stream().mapToInt(Integer::intValue).toArray(),
                buckets.values().stream().mapToDouble(Long::doubleValue).toArray()));
    }

    @Test
    void aQuantileIsOffByHalfABucketAtMostWhateverTheLevel() {
        var random = new Random(4);
        double[] values = DoubleStream.generate(() -> Math.exp(random.nextGaussian() * 3)).limit(20_000).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int schema : new int[] {0, 2, 3, 5, 8}) {
            Sketch sketch = of(schema, values);
            double most = Math.pow(2, 0.5 * Math.pow(2, -schema)) - 1;
            for (double share : new double[] {0.01, 0.5, 0.95, 0.99, 1}) {
                double exact = sorted[(int) Math.ceil(share * sorted.length) - 1];
                assertThat(sketch.quantile(share) / exact).as("schema %d, %f", schema, share).isBetween(1 / (1 + most) - 1e-9, 1 + most + 1e-9);
            }
        }
    }

    @Test
    void whatCameSinceIsToldAlsoAcrossACoarserSchemaAndAfterARestart() {
        Sketch before = of(5, 0.1, 0.1, 0.2, 0);
        Sketch after = of(3, 0.1, 0.1, 0.2, 0, 0, 3, 3, 3);
        Sketch grown = after.since(before);
        assertThat(grown.count()).isEqualTo(4);
        assertThat(grown.schema()).isEqualTo(3);
        assertThat(grown.quantile(0.5)).isCloseTo(3, within(0.14));
        assertThat(of(3, 7).since(before).count()).isOne();
        assertThat(before.since(before).count()).isZero();
        assertThat(before.since(before).quantile(0.5)).isNaN();
    }

    @Test
    void whatLiesBelowZeroComesFirst() {
        var sketch = new Sketch(0, 2, new Side(new int[] {1, 3}, new double[] {1, 1}), new Side(new int[] {0}, new double[] {2}));
        assertThat(sketch.quantile(0.1)).isEqualTo(-Math.pow(2, 3.5));
        assertThat(sketch.quantile(0.3)).isEqualTo(-Math.pow(2, 1.5));
        assertThat(sketch.quantile(0.6)).isZero();
        assertThat(sketch.quantile(1)).isEqualTo(Math.sqrt(2));
    }
}
