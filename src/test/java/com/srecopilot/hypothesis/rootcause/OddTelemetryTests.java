package com.srecopilot.hypothesis.rootcause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is sent, every candidate is ranked, in bounded time, and a guess is called one. */
class OddTelemetryTests {

    private static final double START = 1_700_000_000;
    private static final Set<String> SERVICES = Set.of("<script>alert(1)</script>", "shop", "cart");

    private final List<Series> series = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>(List.of(new Call("shop", "cart"), new Call("cart", "shop"), new Call("shop", "shop")));
    private final List<Span> spans = new ArrayList<>();
    private final List<LogLine> logs = new ArrayList<>();

    @Test
    void nothingRecordedIsAnAbstentionWithItsReason() {
        Ranking ranking = abstains();
        assertThat(ranking.silence()).contains("nothing was recorded both before and after");
    }

    @Test
    void oneSampleOnEitherSideIsTooFew() {
        series.add(new Series("shop", "cpu", new double[] {START - 60}, new double[] {1}));
        series.add(new Series("cart", "cpu", new double[] {START + 60}, new double[] {99}));
        abstains();
    }

    @Test
    void clocksThatAreHoursOffAreSaid() {
        double[] times = IntStream.range(0, 60).mapToDouble(i -> START + 5 * 3600 + 30.0 * i).toArray();
        series.add(new Series("shop", "cpu", times, IntStream.range(0, 60).mapToDouble(i -> i < 30 ? 1 : 90).toArray()));
        spans.add(new Span(START - 400_000, "a", "a", "shop", "op", 5, false));
        logs.add(new LogLine(START + 90_000, "cart", "ERROR"));
        assertThat(abstains().silence()).contains("a clock is off");
    }

    @Test
    void whatIsNoNumberIsPassedOver() {
        double[] times = IntStream.range(-60, 10).mapToDouble(i -> START + 30.0 * i).toArray();
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            series.add(new Series("shop", "cpu" + odd, times, IntStream.range(0, 70).mapToDouble(i -> odd).toArray()));
        }
        series.add(new Series("cart", "errors", times, IntStream.range(0, 70).mapToDouble(i -> i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE).toArray()));
        assertThat(ranked().suspects()).allMatch(s -> s.confidence() >= 0 && s.confidence() <= 1);
    }

    @Test
    void spansThatAreTheirOwnParentsEndTheWalkAllTheSame() {
        for (int i = -200; i < 100; i++) {
            spans.add(new Span(START + i, "s" + i, "s" + i, "shop", "op", 5, i > 0));
            spans.add(new Span(START + i, "x" + i, "y" + i, "cart", "op", 5, false));
            spans.add(new Span(START + i, "y" + i, "x" + i, "shop", "op", 5, false));
        }
        assertTimeout(Duration.ofSeconds(10), this::ranked);
    }

    @Test
    void aGraphOfThousandsWhereEveryoneHurtsIsWalkedInBoundedTime() {
        Set<String> many = new TreeSet<>();
        double[] times = IntStream.range(-40, 10).mapToDouble(i -> START + 30.0 * i).toArray();
        for (int i = 0; i < 2000; i++) {
            many.add("s" + i);
            calls.add(new Call("s" + i, "s" + (i + 1) % 2000));
            calls.add(new Call("s" + i, "s" + (i * 7 + 3) % 2000));
            series.add(new Series("s" + i, "latency_p99", times, IntStream.range(0, 50).mapToDouble(t -> t < 40 ? 1 + t % 3 * 0.01 : 50).toArray()));
        }
        Telemetry storm = new Telemetry(START, "s0", "", many, series, calls, spans, logs, List.of());
        assertTimeout(Duration.ofSeconds(20), () -> assertThat(RootCauses.rank(storm).suspects()).hasSize(2000));
    }

    private Ranking abstains() {
        Ranking ranking = ranked();
        assertThat(ranking.abstained()).isTrue();
        assertThat(ranking.suspects()).allMatch(s -> s.confidence() <= 0.34);
        return ranking;
    }

    private Ranking ranked() {
        Ranking ranking = RootCauses.rank(new Telemetry(START, "shop", "latency", SERVICES, series, calls, spans, logs, List.of(new Telemetry.Spell(Double.NaN, Double.NaN))));
        assertThat(ranking.suspects()).extracting(Suspect::service).containsExactlyInAnyOrderElementsOf(SERVICES);
        return ranking;
    }
}
