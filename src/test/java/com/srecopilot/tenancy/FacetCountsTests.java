package com.srecopilot.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.RunningApp;
import com.srecopilot.tenancy.FacetCounts.Source;

@RunningApp
class FacetCountsTests {

    private static final List<String> FACETS = List.of("colour", "size");
    private static final Source SOCKS = Source.all("(values ('red', 'small', 2), ('red', 'large', 3), ('blue', 'large', 4), ('green', 'large', 0)) as socks (colour, size, n)");

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void eachFacetIsCountedUnderTheChoicesInTheOthers() {
        FacetCounts counts = counted(SOCKS, Map.of("colour", List.of("red")));
        assertThat(counts.total()).isEqualTo(5);
        assertThat(counts.facets()).isEqualTo(Map.of("colour", Map.of("red", 5L, "blue", 4L), "size", Map.of("large", 3L, "small", 2L)));
    }

    @Test
    void allOrNoneMayBeChosenAndNothingFound() {
        assertThat(counted(SOCKS, Map.of()).facets().get("colour")).isEqualTo(Map.of("red", 5L, "blue", 4L));
        assertThat(counted(SOCKS, Map.of()).total()).isEqualTo(9);
        FacetCounts both = counted(SOCKS, Map.of("colour", List.of("blue"), "size", List.of("small")));
        assertThat(both.total()).isZero();
        assertThat(both.facets()).isEqualTo(Map.of("colour", Map.of("red", 2L), "size", Map.of("large", 4L)));
    }

    @Test
    void theMostFrequentValuesComeFirst() {
        assertThat(counted(SOCKS, Map.of()).facets().get("size").keySet()).containsExactly("large", "small");
    }

    @Test
    void ofManyTheNewestAreCountedAndItSaysSo() {
        FacetCounts counts = counted(Source.newest("select 'red' as colour, 'small' as size, 1 as n from generate_series(1, 5000)", "true"), Map.of());
        assertThat(counts.total()).isEqualTo(1_000);
        assertThat(counts.atLeast()).isTrue();
    }

    @Test
    void sumsThatTheDatabaseKeepsAreReadOncePerPage() {
        List<String> facets = List.of("status", "severity", "service", "source");
        for (Map<String, Collection<String>> chosen : List.of(Map.<String, Collection<String>>of(), Map.<String, Collection<String>>of("status", List.of("firing"), "severity", List.of("critical")))) {
            assertThat(Actor.system(UUID.randomUUID(), "test").<Long>call(() -> new TransactionTemplate(transactions).execute(status -> {
                long before = scans();
                FacetCounts.in(jdbc, Source.all("alert_tallies"), facets, chosen, Map.of());
                return scans() - before;
            }))).isEqualTo(1);
        }
    }

    private FacetCounts counted(Source source, Map<String, Collection<String>> chosen) {
        return FacetCounts.in(jdbc, source, FACETS, chosen, Map.of());
    }

    private long scans() {
        return jdbc.sql("select seq_scan + idx_scan from pg_stat_xact_user_tables where relname = 'alert_tallies'").query(Long.class).single();
    }
}
