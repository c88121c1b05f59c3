package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;

/** What is written is found at once, by the beginnings of its words, by those who may see it. */
class IncidentSearchTests extends Desk {

    private static final Pattern PAGES = Pattern.compile("Shared (?:Hit|Read) Blocks: (\\d+)");

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void findsByTheBeginningsOfWordsWhereverTheyStand() {
        int number = declare("Connection pool „Ämter“ exhausted: 90% at db-7.eu-west", "high", "checkout-service");
        for (String words : List.of("conn", "POOL connection", "ämt", "exhausted", "90%", "db-7", "eu-w", "7.eu", "west", "checkout-s", "service", "inc-" + number, "INC-1", "told by a test.")) {
            assertThat(found(words)).as(words).containsExactly(number);
        }
        for (String words : List.of("onnection", "pool zeppelin", "db-8", "u-west", "%", "_", "\\", "'", "& | !", "x".repeat(190))) {
            assertThat(found(words)).as(words).isEmpty();
        }
    }

    @Test
    void findsAmongSignsThatNoBlanksPart() {
        int number = declare("数据库连接池耗尽了", "high", "orders-db");
        assertThat(found("数据库")).containsExactly(number);
        assertThat(found("连接池")).containsExactly(number);
        assertThat(found("连池")).isEmpty();
    }

    @Test
    void findsWhatHasJustBeenEditedAndNoLongerWhatItSaidBefore() {
        int number = declare("Search is slow", "low", "search-service");
        submit("/incidents/" + number + "/tags", Map.of("tag", "zeppelin"));
        assertThat(found("zepp")).containsExactly(number);
        send("PATCH", "/api/v1/incidents/" + number, Map.of("title", "Queries time out", "version", incident(number).get("version").intValue()));
        assertThat(found("queries")).containsExactly(number);
        assertThat(found("slow")).isEmpty();
    }

    @Test
    void nobodyFindsAnotherOrganisationsIncidents() {
        declare("Zeppelin over the lake", "low", "search-service");
        Organisation other = Organisation.found(installation, people);
        var theirs = new Browsing(port);
        theirs.signIn(other.admin(), Organisation.PASSWORD);
        assertThat(theirs.get("/incidents?q=zeppelin").body()).contains("No incident fits").doesNotContain("Zeppelin over");
    }

    @Test
    void aWordThatManyShareIsCountedAmongTheNewestOnPagesAndExactlyForPrograms() {
        fill(5_000);
        String page = ana.get("/incidents?q=many&severity=low").body();
        assertThat(page).contains("50 of 500+", "Many 4998");
        assertThat(get("/api/v1/incidents?q=many&severity=low").get("total").intValue()).isEqualTo(2_500);
        assertThat(ana.get("/incidents?q=4321").body()).contains("Many 4321", "1 of 1<").doesNotContain("Many 4320");
        assertThat(ana.get("/incidents?from=2026-01-01").body()).contains("50 of 1000+");
        assertThat(ana.get("/incidents").body()).contains("50 of 5000");
    }

    @Test
    void aRareWordTouchesAFewPagesOfTheDatabaseHoweverManyIncidentsThereAre() {
        fill(5_000);
        assertThat(pagesTouched("4321")).isLessThan(100);
    }

    private long pagesTouched(String words) {
        return organisation.as(() -> transaction.execute(status -> {
            List<Long> touched = List.of();
            // The first one reads the catalog too.
            for (int i = 0; i < 2; i++) {
                String plan = jdbc.sql("explain (analyze, buffers, format yaml) select ids_found('incident', lexemes_sought('incident', :words, '{}'), 10)")
                        .param("words", words).query(String.class).single();
                touched = PAGES.matcher(plan).results().map(each -> Long.valueOf(each.group(1))).toList();
            }
            return touched.get(0) + touched.get(1);
        }));
    }

    private void fill(int incidents) {
        organisation.as(() -> transaction.execute(status -> jdbc.sql("""
                insert into incidents (tenant_id, id, version, number, title, description, severity, severity_by_hand, state, service_name, detected_at)
                select current_tenant(), gen_random_uuid(), 0, 10000 + n, 'Many ' || n, 'Of a test.', case n % 2 when 0 then 'low' else 'high' end, false, 'detected', 'a',
                    now() - interval '10 days' + n * interval '1 minute' from generate_series(0, :most - 1) n""").param("most", incidents).update()));
    }

    private List<Integer> found(String words) {
        return get("/api/v1/incidents?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).get("items").valueStream().map(each -> each.get("number").intValue()).toList();
    }
}
