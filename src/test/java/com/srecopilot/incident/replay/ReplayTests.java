package com.srecopilot.incident.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.srecopilot.alert.AlertView;
import com.srecopilot.catalog.Edge;
import com.srecopilot.incident.grouping.GroupingRules;

/** What a draft would have made of alerts that came. */
class ReplayTests {

    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final GroupingRules LOW_OPENS_NONE = rules(Set.of("low"), List.of());
    private final List<PastIncident.Made> made = new ArrayList<>();

    @Test
    void whatOneCauseExplainsIsOneIncidentAlsoWhenItIsSeveralToday() {
        var replay = new Replay(GroupingRules.USUAL, List.of(new Edge("checkout", "orders-db")), made::add);
        replay.take(List.of(alert("orders-db", "high", 0, "INC-1")), NOON, Map.of());
        replay.take(List.of(alert("checkout", "critical", 40, "INC-2")), NOON.plusSeconds(40), Map.of());
        Replay.Result result = replay.finish();
        assertThat(result).isEqualTo(new Replay.Result(2, 0, 0, 1, 2, 0, List.of()));
        assertThat(result.saved()).isEqualTo(1);
        assertThat(made).singleElement().satisfies(each -> {
            assertThat(each.today()).containsExactly(1, 2);
            assertThat(each.severity()).isEqualTo("critical");
            assertThat(each.service()).isEqualTo("orders-db");
        });
    }

    @Test
    void anIncidentIsMissedWhenNoneOfItsAlertsWouldHaveOpenedOrJoinedOne() {
        var replay = new Replay(LOW_OPENS_NONE, List.of(), made::add);
        replay.take(List.of(alert("search", "low", 0, "INC-1")), NOON, Map.of());
        replay.take(List.of(alert("cart", "high", 5, "INC-2")), NOON.plusSeconds(5), Map.of());
        replay.take(List.of(alert("cart", "low", 20, "INC-2")), NOON.plusSeconds(20), Map.of());
        assertThat(replay.finish()).isEqualTo(new Replay.Result(3, 1, 0, 1, 2, 1, List.of(1)));
        assertThat(made).singleElement().satisfies(each -> assertThat(each.alerts()).as("low ones join what is open").isEqualTo(2));
    }

    @Test
    void whatPeopleHadResolvedTakesNoMoreAlertsInTheReplayEither() {
        var replay = new Replay(GroupingRules.USUAL, List.of(), made::add);
        Map<Integer, Instant> resolved = Map.of(1, NOON.plusSeconds(10));
        replay.take(List.of(alert("cart", "high", 0, "INC-1")), NOON, resolved);
        replay.take(List.of(alert("cart", "high", 20, "INC-2")), NOON.plusSeconds(20), resolved);
        assertThat(replay.finish().made()).isEqualTo(2);
    }

    @Test
    void labelsKeepAlertsTogetherForSoLongAndNoLonger() {
        var replay = new Replay(rules(Set.of(), List.of("cluster")), List.of(), made::add);
        for (int i = 0; i < 20; i++) {
            replay.take(List.of(alert("service-" + i, "high", i * 60, "INC-1")), NOON.plusSeconds(i * 60L), Map.of());
        }
        assertThat(replay.finish().made()).as("ten minutes each").isEqualTo(2);
    }

    @Test
    void whatIsDownstreamOfAnOpenCauseIsSuppressedUntilThatIsOverAndThenCalls() {
        var rules = new GroupingRules(Duration.ofSeconds(100), Duration.ofSeconds(40), 2, Duration.ofSeconds(100), Duration.ofMinutes(5), List.of(),
                Duration.ofMinutes(10), List.of(), Set.of(), Duration.ofHours(1));
        var replay = new Replay(rules, List.of(new Edge("checkout", "orders-db")), made::add);
        replay.take(List.of(lasting("orders-db", 0, 600)), NOON, Map.of());
        assertThat(replay.take(List.of(lasting("checkout", 200, 300), lasting("checkout", 201, 2_000)), NOON.plusSeconds(201), Map.of())).isEmpty();
        assertThat(replay.take(List.of(lasting("mail", 700, 800)), NOON.plusSeconds(700), Map.of())).as("one of checkout calls now").hasSize(2);
        assertThat(replay.finish()).isEqualTo(new Replay.Result(4, 0, 1, 3, 0, 0, List.of()));
    }

    @Test
    void aMonthOfAlertsIsReplayedInSecondsAndLittleMemory() {
        var replay = new Replay(GroupingRules.USUAL, List.of(new Edge("service-1", "service-2")), each -> { });
        long start = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            replay.take(List.of(alert("service-" + i % 300, "high", i * 26, null)), NOON.plusSeconds(i * 26L), Map.of());
        }
        Replay.Result result = replay.finish();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("replay of 100 000 alerts in 100 000 deliveries: %d incidents in %d ms%n", result.made(), millis);
        assertThat(millis).isLessThan(30_000);
    }

    private static GroupingRules rules(Set<String> quiet, List<String> together) {
        return new GroupingRules(Duration.ofSeconds(100), Duration.ofSeconds(40), 2, Duration.ofSeconds(100), Duration.ofMinutes(5), together,
                Duration.ofMinutes(10), List.of(), quiet, Duration.ZERO);
    }

    private static AlertView lasting(String service, int from, int to) {
        return new AlertView(UUID.randomUUID(), new UUID(0, 0), "prometheus", service + from, "", "Trouble", "", "high", "resolved", service,
                Map.of(), NOON.plusSeconds(from), NOON.plusSeconds(to), NOON, 1, null, null, "");
    }

    private static AlertView alert(String service, String severity, int later, String incident) {
        return new AlertView(UUID.randomUUID(), new UUID(0, 0), "prometheus", service + later, "", "Trouble", "", severity, "firing", service,
                Map.of("cluster", "eu-1"), NOON.plusSeconds(later), null, NOON, 1, incident, null, "");
    }
}
