package com.srecopilot.hypothesis.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.srecopilot.hypothesis.engine.Situation.Alert;
import com.srecopilot.hypothesis.engine.Situation.Change;
import com.srecopilot.hypothesis.engine.Situation.Edge;
import com.srecopilot.hypothesis.engine.Situation.Incident;
import com.srecopilot.hypothesis.engine.Situation.PastIncident;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever it is given: an answer or an abstention, within bounds of time, size and sureness. */
class HypothesisEngineBoundsTests {

    private static final List<String> SERVICES = List.of("checkout-service", "orders-db", "cache", "a", "b", "c", "d",
            "<script>alert(1)</script>", "\"><img src=x>", "名前", " ", "");
    private static final List<Instant> TIMES = List.of(Instant.MIN, Instant.parse("0001-01-01T00:00:00Z"), Instant.EPOCH,
            Facts.at(-60), Facts.at(-6), Facts.at(-1), Facts.at(0), Facts.at(1), Facts.at(600),
            Instant.parse("9999-12-31T23:59:59Z"), Instant.MAX);
    private static final List<String> WORDS = List.of("High error rate", "", "p99 latency", "pool exhausted", "<b>x</b>",
            "checkout-service:", "x".repeat(5000), "line\nbreak\tand  blanks", "🔥".repeat(300));

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Situation anything(Random random) {
        List<Alert> alerts = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        List<PastIncident> past = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            alerts.add(new Alert("" + random.nextInt(9), any(random, WORDS), any(random, SERVICES), any(random, List.of("critical", "LOW", "?")),
                    "key", any(random, TIMES), random.nextBoolean() ? null : any(random, TIMES), "/alerts/" + i, random.nextBoolean()));
            edges.add(new Edge(any(random, SERVICES), any(random, SERVICES), "/services/" + i));
            changes.add(new Change("" + i, any(random, SERVICES), any(random, List.of("deployment", "config", "rollback", "flag", "")),
                    any(random, WORDS), any(random, WORDS), any(random, WORDS), any(random, TIMES), "/services/#" + i));
            past.add(new PastIncident(random.nextInt(9), any(random, WORDS), any(random, SERVICES),
                    random.nextBoolean() ? null : any(random, TIMES), random.nextBoolean() ? null : Duration.ofDays(-1),
                    any(random, WORDS), any(random, SERVICES), "/incidents/" + i));
        }
        return new Situation(new Incident(5, any(random, WORDS), any(random, SERVICES), any(random, TIMES)), alerts, edges,
                changes, past, any(random, TIMES));
    }

    @Test
    void anyFactsAtAllGiveBoundedFindings() {
        for (int seed = 0; seed < 20_000; seed++) {
            Situation situation = anything(new Random(seed));
            Findings findings = new HypothesisEngine().examine(situation, suspicion -> { });
            assertBounded(findings);
            assertThat(new HypothesisEngine().examine(situation, suspicion -> { })).as("seed %d again", seed).isEqualTo(findings);
        }
    }

    private static void assertBounded(Findings findings) {
        List<Suspicion> found = findings.suspicions();
        assertThat(found).hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
        assertThat(new HashSet<>(found.stream().map(Suspicion::key).toList())).hasSameSizeAs(found);
        assertThat(found.stream().map(Suspicion::confidence)).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(found).allSatisfy(suspicion -> {
            assertThat(suspicion.confidence()).isBetween(Weighed.FAINTEST, Suspicion.SUREST);
            assertThat(suspicion.evidence()).hasSizeBetween(1, 8).allSatisfy(evidence -> {
                assertThat(evidence.url()).isNotBlank();
                assertThat(evidence.text()).hasSizeLessThan(1500).doesNotContain("\n");
            });
            assertThat(suspicion.claim()).isNotBlank().hasSizeLessThan(1000);
        });
    }

    @Test
    void theOrderOfTheFactsDoesNotMatter() {
        for (int seed = 0; seed < 2_000; seed++) {
            Situation facts = anything(new Random(seed));
            Situation distinct = new Situation(facts.incident(), facts.alerts(), List.copyOf(new HashSet<>(facts.edges())),
                    facts.changes(), facts.past(), facts.now());
            assertThat(keys(shuffled(distinct, seed))).as("seed %d", seed).isEqualTo(keys(distinct));
        }
    }

    private static Situation shuffled(Situation facts, int seed) {
        return new Situation(facts.incident(), shuffled(facts.alerts(), seed), shuffled(facts.edges(), seed),
                shuffled(facts.changes(), seed), shuffled(facts.past(), seed), facts.now());
    }

    private static <T> List<T> shuffled(List<T> list, int seed) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static List<String> keys(Situation situation) {
        return new HypothesisEngine().examine(situation, suspicion -> { }).suspicions().stream().map(Suspicion::key).toList();
    }

    @Test
    void factsGivenTwiceCountOnce() {
        Facts once = new Facts().ownAlert("High error rate").calls("checkout-service", "orders-db")
                .alert("orders-db", "down", "high", -1).deployed("orders-db", "v2", -9).before(288, "it", "orders-db", 9);
        Situation facts = once.situation();
        Situation twice = new Situation(facts.incident(), doubled(facts.alerts()), doubled(facts.edges()), doubled(facts.changes()),
                doubled(facts.past()), facts.now());

        assertThat(new HypothesisEngine().examine(twice, suspicion -> { })).isEqualTo(once.examined());
    }

    private static <T> List<T> doubled(List<T> list) {
        List<T> doubled = new ArrayList<>(list);
        doubled.addAll(list);
        return doubled;
    }

    @Test
    void circlesAndCallsToOneselfAreFollowedOnce() {
        Facts circle = new Facts().ownAlert("High error rate").calls("checkout-service", "checkout-service", "b")
                .calls("b", "c").calls("c", "b", "checkout-service").alert("b", "down", "high", 0).alert("c", "down", "high", 0);

        assertThat(circle.keys()).startsWith("service:c").contains("service:b");
    }

    @Test
    void aChangeFromTheFutureOrWithAClockAheadIsNotSuspected() {
        assertThat(new Facts().deployed("checkout-service", "v1", 180).examined().suspicions()).isEmpty();
    }

    @Test
    void aServiceNamedLikeMarkupIsPlainText() {
        Facts facts = new Facts().incidentOn("<script>").ownAlert("x").calls("<script>", "<img>").alert("<img>", "High error rate", "high", 0);

        assertThat(facts.top().claim()).isEqualTo("<img> is failing and <script> depends on it");
    }

    /** Counted in the thread's own time, so that a busy machine doesn't matter. */
    @Test
    void aHundredThousandEdgesAndTenThousandAlertsTakeLessThanAFifthOfASecond() {
        Situation storm = storm();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 10; run++) {
            long start = clock.getCurrentThreadCpuTime();
            assertBounded(new HypothesisEngine().examine(storm, suspicion -> { }));
            best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(200));
    }

    private static Situation storm() {
        Random random = new Random(1);
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            String caller = i % 50 == 0 ? "checkout-service" : "s" + random.nextInt(5000);
            edges.add(new Edge(caller, "s" + random.nextInt(5000), "/services/" + caller));
        }
        Facts facts = new Facts().ownAlert("High error rate");
        for (int i = 0; i < 10_000; i++) {
            facts.alert("id" + i, "s" + random.nextInt(5000), "High error rate", "high", -random.nextInt(30), i % 7 == 0);
            facts.change("c" + i, "s" + random.nextInt(5000), "deployment", "v" + i, -random.nextInt(600));
        }
        Situation small = facts.situation();
        return new Situation(small.incident(), small.alerts(), edges, small.changes(), small.past(), small.now());
    }
}
