package com.srecopilot.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class LogKindsTests extends TelemetryDesk {

    private static final List<String> NAMES = List.of("ada", "grace", "edsger", "barbara", "donald", "tony", "leslie", "radia");
    @Autowired
    private LogStore logs;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private Clock clock;
    private LogKinds one;
    private LogKinds other;

    @BeforeEach
    void twoNodes() {
        one = new LogKinds(jdbc, transactions, clock);
        other = new LogKinds(jdbc, transactions, clock);
    }

    private LogDraft line(String text) {
        return new LogDraft(now.toEpochMilli() - 120_000, "shop", "info", text);
    }

    private long[] of(LogKinds node, Stream<String> lines) {
        return organisation.as(() -> node.of(lines.map(this::line).toList()));
    }

    @Test
    void idsAreTheSameOnAllNodesAndAfterARestart() {
        long[] first = of(one, Stream.of("order 17 placed", "cart emptied", "order 18 placed"));
        assertThat(first[0]).isEqualTo(first[2]).isNotEqualTo(first[1]);
        assertThat(of(other, Stream.of("cart emptied", "order 99 placed"))).containsExactly(first[1], first[0]);
        assertThat(of(new LogKinds(jdbc, transactions, clock), Stream.of("order 3 placed", "cart emptied"))).containsExactly(first[0], first[1]);
    }

    @Test
    void whatOneNodeHasFoundToBeANameTheOtherKnowsAndWhatWasCountedApartCountsAsOne() {
        List<LogDraft> lines = NAMES.subList(0, 4).stream().map(name -> line("session of user " + name + " opened from Oslo")).toList();
        organisation.as(() -> logs.write(lines));
        long[] fifth = of(one, Stream.of("session of user tony opened from Oslo"));
        assertThat(of(other, NAMES.stream().map(name -> "session of user " + name + " opened from Oslo"))).containsOnly(fifth[0]);
        ServiceLogs told = organisation.as(() -> telemetry.logs(List.of("shop"), now.minusSeconds(600), now));
        assertThat(told.templates()).singleElement().satisfies(each -> {
            assertThat(each.template()).isEqualTo("session of user <*> opened from Oslo");
            assertThat(each.counts()).containsExactly(4);
            assertThat(each.id()).isEqualTo(fifth[0]);
        });
        assertThat(told.lines()).hasSize(4).allSatisfy(each -> assertThat(each.template()).isEqualTo(fifth[0]));
    }

    @Test
    void nodesThatLearnTheSameAtOnceLearnItOnce() {
        List<LogKinds> nodes = List.of(one, other, new LogKinds(jdbc, transactions, clock));
        List<Set<Long>> ids = nodes.parallelStream().map(node -> CompletableFuture.supplyAsync(() -> of(node, IntStream.range(0, 200).mapToObj(i -> "task " + (char) ('a' + i % 20) + " of stage " + (char) ('p' + i / 50) + " ends"))))
                .map(CompletableFuture::join).map(all -> (Set<Long>) new TreeSet<>(Arrays.stream(all).boxed().toList())).toList();
        long kinds = organisation.as(() -> new org.springframework.transaction.support.TransactionTemplate(transactions)
                .execute(status -> jdbc.sql("select count(*) from log_templates where part_of is null").query(Long.class).single()));
        assertThat(kinds).as("four stages: too few to be names").isEqualTo(4);
        assertThat(ids).hasSize(3);
    }

    @Test
    void aServiceOfEndlessVarietyFillsItsOwnRoomOnly() {
        var random = new java.util.Random(1);
        long began = System.nanoTime();
        long[] wild = of(one, IntStream.range(0, 1_500).mapToObj(i -> random.ints(8, 'a', 'z').mapToObj(letter -> "w" + (char) letter + (char) ('a' + random.nextInt(26))).collect(java.util.stream.Collectors.joining(" "))));
        System.out.printf("TEMPLATES 1500 lines of random words learned in %.1f s%n", (System.nanoTime() - began) / 1e9);
        assertThat(Arrays.stream(wild).distinct().count()).isBetween(900L, 1_001L);
        assertThat(Arrays.stream(wild)).doesNotContain(LogKinds.NO_ROOM);
        assertThat(wild[1_499]).isEqualTo(of(other, Stream.of("wholly different from all the rest of it, really"))[0]);
        assertThat(organisation.as(() -> one.of(List.of(new LogDraft(now.toEpochMilli(), "calm", "", "all is well"))))).doesNotContain(wild[1_499]);
    }
}
