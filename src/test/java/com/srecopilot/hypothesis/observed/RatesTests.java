package com.srecopilot.hypothesis.observed;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.srecopilot.hypothesis.rootcause.Series;
import com.srecopilot.telemetry.MetricSeries;

import static org.assertj.core.api.Assertions.assertThat;

class RatesTests {

    private static final double[] TIMES = {0, 15, 30, 45};

    @Test
    void aCounterIsARateAlsoAcrossARestart() {
        Series rate = only(series("cpu_seconds_total", Map.of(), 0, 15, 3, 18));
        assertThat(rate.values()).containsExactly(1, 0.2, 1);
        assertThat(rate.times()).containsExactly(15, 30, 45);
    }

    @Test
    void aLevelThatIsNamedLikeACounterStaysALevel() {
        assertThat(only(series("cpu_total", Map.of(), 4, 1, 5, 2)).values()).containsExactly(4, 1, 5, 2);
    }

    @Test
    void aSumOverItsCountIsAMeanAndBucketsAreLeftOut() {
        List<Series> levels = Rates.of(List.of(series("latency_seconds_sum", Map.of("path", "/"), 0, 2, 4, 10), series("latency_seconds_count", Map.of("path", "/"), 0, 10, 20, 30),
                series("latency_seconds_bucket", Map.of("le", "1"), 0, 1, 2, 3)));
        assertThat(levels).extracting(Series::metric).containsExactly("latency_seconds_mean", "latency_seconds_count");
        assertThat(levels.get(0).values()).containsExactly(0.2, 0.2, 0.6);
    }

    @Test
    void failuresAreToldFromTheirLabels() {
        assertThat(only(series("http_requests_total", Map.of("code", "503"), 0, 1, 2, 3)).metric()).isEqualTo("http_requests_total_errors");
        assertThat(only(series("rpc_seconds", Map.of("quantile", "0.99"), 1, 1, 1, 1)).metric()).isEqualTo("rpc_seconds_p99");
    }

    @Test
    void oneSampleOrNoneIsNoRate() {
        assertThat(Rates.of(List.of(new MetricSeries(1, "a", "x_total", Map.of(), "", new double[0], new double[0])))).isEmpty();
        assertThat(only(new MetricSeries(1, "a", "x_total", Map.of(), "", new double[] {1}, new double[] {5})).values()).containsExactly(5);
    }

    private static Series only(MetricSeries series) {
        return Rates.of(List.of(series)).get(0);
    }

    private static MetricSeries series(String metric, Map<String, String> labels, double... values) {
        return new MetricSeries(1, "orders", metric, labels, "", TIMES, values);
    }
}
