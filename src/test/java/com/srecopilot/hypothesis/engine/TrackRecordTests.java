package com.srecopilot.hypothesis.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What people said of earlier causes moves the next ones, the less the fewer said so. */
class TrackRecordTests {

    @Test
    void withoutVerdictsNothingMovesAndWithManyTheRateHolds() {
        assertThat(new TrackRecord("change", "cart", 0, 0, 0).adjust(0.4)).isEqualTo(0.4);
        assertThat(new TrackRecord("change", "cart", 1, 1, 0.4).adjust(0.4)).isBetween(0.4, 0.55);
        assertThat(new TrackRecord("change", "cart", 800, 1000, 400).adjust(0.4)).isCloseTo(0.8, within(0.01));
        assertThat(new TrackRecord("change", "cart", 400, 1000, 400).adjust(0.4)).as("they were as sure as they were right").isCloseTo(0.4, within(0.001));
        assertThat(new TrackRecord("change", "cart", 0, 1000, 400).adjust(0.95)).isBetween(0.0, 0.1);
    }

    @Test
    void whatWasConfirmedBeforeComesFirstAndSaysSo() {
        Facts facts = new Facts().ownAlert("High error rate").calls("checkout-service", "orders-db")
                .deployed("checkout-service", "v2", -6).deployed("orders-db", "v18", -20);
        assertThat(facts.top().service()).isEqualTo("checkout-service");
        facts.judged("change", "checkout-service", 0, 5, 2.5).judged("change", "orders-db", 3, 4, 1.2);
        assertThat(facts.top().service()).isEqualTo("orders-db");
        assertThat(facts.top().description()).contains("3 of 4 earlier causes like this, a change of orders-db, were confirmed.");
    }

    @Test
    void oneVerdictIsNotToldAsARecord() {
        Facts facts = new Facts().ownAlert("High error rate").deployed("checkout-service", "v2", -6).judged("change", "checkout-service", 1, 1, 0.5);
        assertThat(facts.top().description()).doesNotContain("earlier causes like this");
    }

    /** In this shop a database upgrade is behind most of it, whatever was deployed on top meanwhile. */
    @Test
    void withFeedbackTheFirstCauseIsRightMoreOften() {
        int without = rightOfTheLast(60, false);
        int with = rightOfTheLast(60, true);
        assertThat(without).isLessThan(30);
        assertThat(with).isGreaterThan(without + 10);
    }

    private static int rightOfTheLast(int most, boolean learning) {
        Random random = new Random(5);
        Map<String, TrackRecord> record = new HashMap<>();
        int right = 0;
        for (int incident = 0; incident < 20 + most; incident++) {
            String truth = random.nextInt(10) < 7 ? "orders-db" : "checkout-service";
            Facts facts = new Facts().ownAlert("High error rate").calls("checkout-service", "orders-db")
                    .deployed("checkout-service", "v" + incident, -6).deployed("orders-db", "v" + incident, -20);
            record.values().forEach(each -> facts.judged(each.kind(), each.service(), each.confirmed(), each.judged(), each.expected()));
            Suspicion top = facts.top();
            right += incident >= 20 && top.service().equals(truth) ? 1 : 0;
            if (learning) {
                record.merge(top.service(), new TrackRecord("change", top.service(), top.service().equals(truth) ? 1 : 0, 1, top.plain()), (a, b) ->
                        new TrackRecord("change", a.service(), a.confirmed() + b.confirmed(), a.judged() + 1, a.expected() + b.expected()));
            }
        }
        return right;
    }
}
