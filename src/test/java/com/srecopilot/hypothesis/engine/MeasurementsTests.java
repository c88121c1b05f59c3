package com.srecopilot.hypothesis.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.srecopilot.hypothesis.rootcause.Finding;
import com.srecopilot.hypothesis.rootcause.Ranking;
import com.srecopilot.hypothesis.rootcause.Series;
import com.srecopilot.hypothesis.rootcause.Suspect;

import static org.assertj.core.api.Assertions.assertThat;

/** What was measured and what alerts, changes and history say make one ranking. */
class MeasurementsTests {

    private static final double NOON = Facts.NOON.getEpochSecond();

    private static Suspect suspect(String service, double confidence) {
        double[] times = IntStream.range(-100, 20).mapToDouble(i -> NOON + 15 * i).toArray();
        double[] values = Arrays.stream(times).map(t -> t < NOON - 60 ? 10 : 90).toArray();
        return new Suspect(service, confidence, "cpu went from 10 to 90",
                List.of(new Finding("cpu went from 10 to 90", new Series(service, "cpu", times, values), NOON - 60)));
    }

    private static Facts facts() {
        return new Facts().ownAlert("High error rate").calls("checkout-service", "orders-db", "cart").alert("cart", "Latency p99 high", "high", -1);
    }

    @Test
    void whatWasMeasuredIsEvidenceWithItsMetricAndTime() {
        Suspicion top = facts().measured(new Ranking(List.of(suspect("orders-db", 0.8), suspect("cart", 0.1)), false, "")).top();
        assertThat(top.service()).isEqualTo("orders-db");
        assertThat(top.claim()).isEqualTo("orders-db: cpu went from 10 to 90, since 11:59 UTC");
        Evidence evidence = top.evidence().get(0);
        assertThat(evidence.url()).isEqualTo("/incidents/345/hypotheses/charts?service=orders-db&metric=cpu");
        assertThat(evidence.chart().at()).isEqualTo(Facts.at(-1));
        assertThat(evidence.chart().values()).contains(10.0, 90.0).hasSameSizeAs(evidence.chart().times()).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void aChangeTakesOverWhatWasMeasuredOfItsServiceAndIsSurer() {
        Facts plain = facts().deployed("orders-db", "v18", -6);
        double without = plain.confidenceIn("change:orders-dbv18");
        plain.measured(new Ranking(List.of(suspect("orders-db", 0.6)), false, ""));
        assertThat(plain.confidenceIn("change:orders-dbv18")).isGreaterThan(without);
        assertThat(plain.keys()).doesNotContain("service:orders-db");
        assertThat(plain.top().evidence()).extracting(Evidence::kind).contains(Evidence.Kind.CHANGE, Evidence.Kind.METRIC);
    }

    @Test
    void whereNothingWasMeasuredTheAlertCountsLess() {
        double without = facts().confidenceIn("service:cart");
        double with = facts().measured(new Ranking(List.of(suspect("orders-db", 0.8), suspect("cart", 0.01)), false, "")).confidenceIn("service:cart");
        assertThat(with).isLessThan(without);
    }

    @Test
    void anAbstentionChangesNothing() {
        Ranking silent = new Ranking(List.of(suspect("orders-db", 0.1)), true, "nothing moved clearly enough when it began");
        assertThat(facts().measured(silent).claims()).isEqualTo(facts().claims());
        assertThat(new Facts().measured(silent).examined().abstained().orElseThrow()).endsWith("of what is measured there, nothing moved clearly enough when it began");
    }

    @Test
    void aServiceNamedLikeMarkupIsEncodedInTheAddress() {
        Suspicion top = new Facts().ownAlert("High error rate").calls("checkout-service", "<b>&db").measured(new Ranking(List.of(suspect("<b>&db", 0.8)), false, "")).top();
        assertThat(top.evidence().get(0).url()).endsWith("service=%3Cb%3E%26db&metric=cpu");
    }
}
