package com.srecopilot.incident.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import com.srecopilot.alert.AlertView;
import com.srecopilot.catalog.Edge;

/** web calls cart, cart calls db; shop calls db; cart and db run on node-1; search stands alone. */
class CorrelatorTests {

    private static final List<Edge> EDGES = List.of(new Edge("web", "cart"), new Edge("cart", "db"), new Edge("shop", "db"),
            new Edge("cart", "node-1"), new Edge("db", "node-1"));
    private final AtomicLong ids = new AtomicLong();

    @Test
    void alertsOfOneServiceAreOneCluster() {
        assertThat(groups(at("db", 0), at("db", 40))).containsExactly("db@0 db@40");
    }

    @Test
    void anEffectJoinsItsCauseAndSaysHow() {
        List<Joining> joined = place(GroupingRules.USUAL, at("db", 0), at("cart", 40));
        assertThat(joined.get(1).cluster()).isSameAs(joined.get(0).cluster());
        assertThat(joined.get(0).rule()).isEqualTo("first-of-its-cause");
        assertThat(joined.get(1).rule()).isEqualTo("depends-on-cause");
        assertThat(joined.get(1).detail()).isEqualTo("cart depends on db, 40 s later");
    }

    @Test
    void twoStepsAreFollowedThreeAreNot() {
        assertThat(groups(at("db", 0), at("web", 80))).hasSize(1);
        assertThat(groups(at("node-1", 0), at("web", 80))).hasSize(1);
        var one = new GroupingRules(Duration.ofSeconds(100), Duration.ofSeconds(40), 1, Duration.ZERO, Duration.ZERO, List.of(), List.of());
        assertThat(groups(one, at("db", 0), at("web", 80))).hasSize(2);
    }

    @Test
    void troubleDoesNotSpreadFromCallerToCalledNorToStrangers() {
        assertThat(groups(at("web", 0), at("cart", 100))).hasSize(2);
        assertThat(groups(at("db", 0), at("search", 10))).hasSize(2);
    }

    @Test
    void aCauseThatComesToLightLaterTakesOverWhatItExplains() {
        List<Joining> joined = place(GroupingRules.USUAL, at("cart", 0), at("shop", 5), at("db", 30));
        assertThat(joined.stream().map(Joining::cluster).distinct()).singleElement().satisfies(cluster -> assertThat(cluster.root()).isEqualTo("db"));
    }

    @Test
    void incidentsThatPeopleKnowAreNeverFolded() {
        Cluster cart = remembered(1, at("cart", 0));
        Cluster shop = remembered(2, at("shop", 5));
        var correlator = new Correlator(GroupingRules.USUAL, new ServiceGraph(EDGES, 2), List.of(cart, shop));
        assertThat(correlator.place(List.of(at("db", 30)))).singleElement().satisfies(each -> assertThat(each.cluster().incident()).isIn(1, 2));
        assertThat(correlator.place(List.of(at("db", 31))).stream().map(each -> each.cluster().incident()).distinct()).hasSize(1);
    }

    @Test
    void whatPeopleTookOutNeverComesBackNotEvenAsACause() {
        Signal taken = at("db", 5);
        Cluster cart = remembered(1, at("cart", 0));
        cart.take(taken, GroupingRules.USUAL);
        cart.refuse(Set.of(taken.key()));
        Cluster kept = Cluster.remembered(1, cart.memory(Instant.EPOCH));
        for (int second : List.of(20, 60, 90, 200)) {
            var again = new Signal(UUID.randomUUID(), taken.key(), "db", Set.of(), Map.of(), at("", second).startsAt());
            assertThat(joinedTo(kept, again)).as(second + " s").isNull();
        }
        assertThat(joinedTo(kept, at("cart", 40))).isEqualTo(1);
    }

    @Test
    void whatWouldHaveJoinedAMergedIncidentJoinsWhereItWent() {
        Cluster search = remembered(1, at("search", 0));
        search.merge(remembered(2, at("db", 10)));
        Cluster both = Cluster.remembered(1, search.memory(Instant.EPOCH));
        assertThat(joinedTo(both, at("web", 80))).isEqualTo(1);
        assertThat(joinedTo(both, at("shop", 40))).isEqualTo(1);
        assertThat(joinedTo(both, at("search", 60))).isEqualTo(1);
        assertThat(joinedTo(both, at("mail", 30))).isNull();
    }

    @Test
    void whatWasSplitAndMergedAgainIsWelcome() {
        Signal taken = at("search", 5);
        Cluster db = remembered(1, at("db", 0));
        db.refuse(Set.of(taken.key()));
        db.merge(remembered(2, taken));
        assertThat(joinedTo(Cluster.remembered(1, db.memory(Instant.EPOCH)),
                new Signal(UUID.randomUUID(), taken.key(), "search", Set.of(), Map.of(), at("", 40).startsAt()))).isEqualTo(1);
    }

    private Integer joinedTo(Cluster known, Signal signal) {
        return new Correlator(GroupingRules.USUAL, new ServiceGraph(EDGES, 2), List.of(known)).place(List.of(signal)).get(0).cluster().incident();
    }

    @Test
    void anAlertOfHoursLaterIsAnotherCause() {
        assertThat(groups(at("db", 0), at("db", 7_200))).hasSize(2);
    }

    @Test
    void theOrderOfDeliveryDoesNotMatter() {
        List<Signal> signals = List.of(at("db", 0), at("cart", 40), at("web", 80), at("shop", 50), at("search", 20), at("db", 60), at("db", 9_000));
        Set<Set<UUID>> expected = clusters(signals);
        for (int i = 0; i < 20; i++) {
            var shuffled = new ArrayList<>(signals);
            Collections.shuffle(shuffled, new java.util.Random(i));
            assertThat(clusters(shuffled)).isEqualTo(expected);
        }
    }

    @Test
    void theSameAlertAgainJoinsWhereItWas() {
        Signal first = at("db", 0);
        var again = new Signal(UUID.randomUUID(), first.key(), "db", Set.of(), Map.of(), first.startsAt().plusSeconds(280));
        assertThat(place(GroupingRules.USUAL, first, again)).extracting(Joining::rule).containsExactly("first-of-its-cause", "same-alert-again");
    }

    @Test
    void activityOfAServiceGoesOnWhileItDoesNotPause() {
        assertThat(groups(at("db", 0), at("db", 90), at("db", 180), at("db", 270))).hasSize(1);
        assertThat(groups(at("db", 0), at("db", 90), at("db", 250))).hasSize(2);
    }

    @Test
    void labelsKeepTogetherAndApart() {
        var rules = new GroupingRules(Duration.ofSeconds(100), Duration.ofSeconds(40), 2, Duration.ofSeconds(100), Duration.ZERO, List.of("team"), List.of("region"));
        assertThat(groups(rules, labelled("db", 0, "team", "a"), labelled("search", 20, "team", "a"), labelled("mail", 30, "team", "b"))).hasSize(2);
        assertThat(groups(rules, labelled("db", 0, "region", "eu"), labelled("db", 10, "region", "us"), labelled("db", 20, "region", "eu"))).hasSize(2);
    }

    @Test
    void withoutAServiceAMachineOrElseTheTitleIsThePlace() {
        assertThat(placeOf("", Map.of("instance", "node-1:9100"))).isEqualTo("node-1");
        assertThat(placeOf("node-exporter", Map.of("job", "node-exporter", "instance", "node-1:9100"))).isEqualTo("node-1");
        assertThat(placeOf("api", Map.of("job", "api", "instance", "10.0.0.7:8080"))).isEqualTo("api");
        assertThat(placeOf("cart", Map.of("service", "cart", "job", "cart", "instance", "node-1:8080"))).isEqualTo("cart");
        assertThat(placeOf("", Map.of())).isEqualTo("title:Title");
    }

    @Test
    void anAlertThatNamesItsMachineJoinsWhatTheMachineCauses() {
        var search = new Signal(UUID.randomUUID(), "s", "search", Set.of("node-9"), Map.of(), at("", 40).startsAt());
        assertThat(groups(at("node-9", 0), search)).hasSize(1);
    }

    private static String placeOf(String service, Map<String, String> labels) {
        return Signal.of(new AlertView(UUID.randomUUID(), UUID.randomUUID(), "s", "k", "", "Title", "", "low", "firing", service, labels,
                Instant.EPOCH, null, null, 1, null, null, ""), name -> name.startsWith("node-")).place();
    }

    private Signal at(String place, int second) {
        return new Signal(new UUID(0, ids.incrementAndGet()), "key " + ids.get(), place, Set.of(), Map.of(), Instant.ofEpochSecond(1_780_000_000L + second));
    }

    private Signal labelled(String place, int second, String name, String value) {
        Signal plain = at(place, second);
        return new Signal(plain.alert(), plain.key(), place, Set.of(), Map.of(name, value), plain.startsAt());
    }

    private Cluster remembered(int number, Signal signal) {
        return Cluster.remembered(number, place(GroupingRules.USUAL, signal).get(0).cluster().memory(Instant.EPOCH));
    }

    private static List<Joining> place(GroupingRules rules, Signal... signals) {
        return new Correlator(rules, new ServiceGraph(EDGES, rules.hops()), List.of()).place(Arrays.asList(signals));
    }

    private static Set<Set<UUID>> clusters(Collection<Signal> signals) {
        var joined = new Correlator(GroupingRules.USUAL, new ServiceGraph(EDGES, 2), List.of()).place(signals);
        return joined.stream().collect(java.util.stream.Collectors.groupingBy(Joining::cluster, java.util.stream.Collectors.mapping(
                each -> each.signal().alert(), java.util.stream.Collectors.toSet()))).values().stream().collect(java.util.stream.Collectors.toSet());
    }

    private static List<String> groups(Signal... signals) {
        return groups(GroupingRules.USUAL, signals);
    }

    private static List<String> groups(GroupingRules rules, Signal... signals) {
        return place(rules, signals).stream().collect(java.util.stream.Collectors.groupingBy(Joining::cluster, java.util.LinkedHashMap::new,
                java.util.stream.Collectors.mapping(each -> each.signal().place() + "@" + (each.signal().startsAt().getEpochSecond() - 1_780_000_000L),
                        java.util.stream.Collectors.joining(" ")))).values().stream().toList();
    }
}
