package com.srecopilot.hypothesis.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RootCausesTests {

    private static final double START = 1_700_000_000;
    private static final Set<String> SERVICES = Set.of("shop", "cart", "<b>stock</b>");
    private static final List<Call> CALLS = List.of(new Call("shop", "cart"), new Call("shop", "<b>stock</b>"), new Call("cart", "shop"));

    private final List<Series> series = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final List<LogLine> logs = new ArrayList<>();

    @Test
    void theServiceWhoseProcessorIsBusyComesFirst() {
        SERVICES.forEach(s -> series.add(flat(s, "cpu", s.equals("cart") ? 90 : 11)));
        assertThat(first().service()).isEqualTo("cart");
        assertThat(first().reason()).contains("cpu");
    }

    @Test
    void theServiceThatThrowsSomethingNewComesBeforeTheOneThatPassesItOn() {
        for (int second = -300; second < 200; second++) {
            logs.add(new LogLine(START + second, "shop", "handled order " + second));
            if (second > 0) {
                logs.add(new LogLine(START + second, "<b>stock</b>", "java.lang.IllegalStateException: shelf " + second));
                logs.add(new LogLine(START + second, "shop", "error: call of stock failed for order " + second));
            }
        }
        assertThat(first().service()).isEqualTo("<b>stock</b>");
    }

    @Test
    void timeLostOnTheWayPointsAtTheServiceCalled() {
        for (int second = -300; second < 200; second++) {
            trace(second, "cart", 4);
            trace(second, "<b>stock</b>", second > 0 ? 250 : 4);
        }
        assertThat(first().service()).isEqualTo("<b>stock</b>");
    }

    @Test
    void nothingToGoByIsAnAbstentionThatStillRanksEveryone() {
        SERVICES.forEach(s -> series.add(flat(s, "cpu", 10)));
        series.add(new Series("cart", "memory", new double[] {START}, new double[] {1}));
        series.add(new Series("cart", "latency", new double[] {1, 2, 3, 4, START}, new double[] {Double.NaN, Double.NaN, Double.NaN, 1, Double.POSITIVE_INFINITY}));
        Ranking ranking = RootCauses.rank(telemetry());
        assertThat(ranking.abstained()).isTrue();
        assertThat(ranking.suspects()).hasSize(3).allMatch(s -> s.confidence() <= 0.34);
    }

    @Test
    void theClearerTheFirstStandsOutTheSurerItIs() {
        SERVICES.forEach(s -> series.add(flat(s, "cpu", s.equals("cart") ? 14 : 10)));
        double little = first().confidence();
        series.clear();
        SERVICES.forEach(s -> series.add(flat(s, "cpu", s.equals("cart") ? 90 : 10)));
        double much = first().confidence();
        SERVICES.forEach(s -> series.add(flat(s, "memory", s.equals("shop") ? 90 : 10)));
        assertThat(first().confidence()).isLessThan(much);
        assertThat(little).isLessThan(much);
    }

    @Test
    void twoWithoutAnyDifferenceAreEquallyMuchOfAGuess() {
        List.of("cart", "shop").forEach(s -> series.add(flat(s, "cpu", 90)));
        assertThat(first().confidence()).isLessThanOrEqualTo(0.7);
    }

    /** Half an hour ago cart failed as it does now; shop moves a little. */
    @Test
    void whatIsMeasuredDuringAnotherFailureDoesNotCountAsUsual() {
        double[] times = IntStream.range(-120, 10).mapToDouble(i -> START + 30.0 * i).toArray();
        series.add(new Series("cart", "cpu", times, IntStream.range(-120, 10).mapToDouble(i -> i > 0 || i > -80 && i < -30 ? 90 : 10 + i % 3 * 0.2).toArray()));
        series.add(new Series("shop", "cpu", times, IntStream.range(-120, 10).mapToDouble(i -> (i > 0 ? 15 : 10) + i % 3 * 0.2).toArray()));
        Telemetry.Spell then = new Telemetry.Spell(START - 80 * 30, START - 30 * 30);

        assertThat(first().service()).isEqualTo("shop");
        assertThat(RootCauses.rank(telemetry(List.of(then))).suspects().get(0).service()).isEqualTo("cart");
    }

    /** Stock broke four minutes before cart did, and was noticed; more is measured of it. */
    @Test
    void whatBrokeWithAnotherFailureThatStillLastsIsNotTheBeginningOfThisOne() {
        List<Telemetry.Spell> open = List.of(new Telemetry.Spell(START - 200, START));
        broken("<b>stock</b>", -19);
        broken("cart", -3);
        assertThat(Onset.of(telemetry(open))).isEqualTo(START - 45);

        series.clear();
        List.of("<b>stock</b>", "cart").forEach(service -> broken(service, -19));
        assertThat(Onset.of(telemetry(open))).as("they broke together").isEqualTo(START - 285);
    }

    private void broken(String service, int since) {
        double[] times = IntStream.range(-120, 8).mapToDouble(i -> START + 15.0 * i).toArray();
        double[] values = IntStream.range(-120, 8).mapToDouble(i -> (i >= since ? 90 : 10) + i % 3 * 0.2).toArray();
        List.of("cpu", "memory", "latency").subList(0, service.equals("cart") ? 1 : 3).forEach(metric -> series.add(new Series(service, metric, times, values)));
    }

    @Test
    void noServicesAreNoSuspects() {
        Ranking ranking = RootCauses.rank(new Telemetry(START, "", "", Set.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
        assertThat(ranking.suspects()).isEmpty();
        assertThat(ranking.abstained()).isTrue();
    }

    @Test
    void aHundredThousandSeriesAreRankedInBoundedTime() {
        Series one = flat("cart", "cpu", 12);
        IntStream.range(0, 100_000).forEach(i -> series.add(new Series("cart", "metric" + i, one.times(), one.values())));
        org.junit.jupiter.api.Assertions.assertTimeout(java.time.Duration.ofSeconds(60), () -> RootCauses.rank(telemetry()));
    }

    private Suspect first() {
        return RootCauses.rank(telemetry()).suspects().get(0);
    }

    private Telemetry telemetry() {
        return telemetry(List.of());
    }

    private Telemetry telemetry(List<Telemetry.Spell> earlier) {
        return new Telemetry(START, "shop", "", SERVICES, series, CALLS, spans, logs, earlier);
    }

    private void trace(int second, String callee, double gap) {
        String id = callee + second;
        spans.add(new Span(START + second, id + "c", "", "shop", "call " + callee, 20 + gap, false));
        spans.add(new Span(START + second, id + "s", id + "c", callee, "serve", 20, false));
    }

    private static Series flat(String service, String metric, double after) {
        double[] times = IntStream.range(-60, 10).mapToDouble(i -> START + 30.0 * i).toArray();
        double[] values = Arrays.stream(times).map(t -> (t >= START ? after : 10) + (t / 30) % 2 * 0.1).toArray();
        return new Series(service, metric, times, values);
    }
}
