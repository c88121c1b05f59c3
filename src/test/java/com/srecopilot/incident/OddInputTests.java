package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What people and senders write that nobody expects: the page keeps its shape, or says the limit. */
class OddInputTests extends Desk {

    private static final int LARGEST_PAGE = 150 * 1024;

    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transactions;

    @Test
    void aServiceThatASenderNamedOddlyIsDeclaredOnAndEditedByForm() {
        assertThat(alert("odd", "firing", "خدمة <b>الدفع</b>").statusCode()).isEqualTo(202);
        Map<String, String> form = Map.of("title", "فشل الدفع 🔥 <script>alert(1)</script>", "description", "תקלה במסד הנתונים {{7*7}} ${7*7}",
                "severity", "low", "service", "خدمة <b>الدفع</b>");
        String page = submit("/incidents", form).headers().firstValue("Location").orElseThrow();
        assertThat(ana.get(page).body()).contains("فشل الدفع 🔥 &lt;script&gt;", "תקלה במסד הנתונים {{7*7}} ${7*7}", "خدمة &lt;b&gt;").doesNotContain("<script>alert", "<b>الدفع");
        assertThat(submit(page + "/edit", Map.of("title", "A better title", "description", "The same service", "severity", "low",
                "service", "خدمة <b>الدفع</b>", "version", "0")).statusCode()).isIn(303, 409);
        assertThat(submit("/incidents", Map.of("title", "Nobody knows it", "description", "A name made up here", "severity", "low", "service", "my service!")))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("letters, digits and hyphens only", "my service!"));
    }

    @Test
    void theFiftyFirstTagIsRefusedWithItsReason() {
        int number = declare("Tagged all over", "low", "search-service");
        for (int tag = 1; tag <= 50; tag++) {
            assertThat(submit("/incidents/" + number + "/tags", Map.of("tag", "tag-" + tag + "x".repeat(30))).statusCode()).isEqualTo(303);
        }
        assertThat(submit("/incidents/" + number + "/tags", Map.of("tag", "one more")).body()).contains("50 tags at most");
        assertThat(ana.get("/incidents/" + number).body().length()).isLessThan(LARGEST_PAGE);
    }

    @Test
    void tenThousandEntriesArePagedAndOneOfThemMayBeLong() {
        int number = declare("W".repeat(200), "low", "W".repeat(200));
        submit("/incidents/" + number + "/notes", Map.of("note", "W".repeat(5_000)));
        organisation.as(() -> transactions.execute(status -> jdbc.update("""
                insert into timeline_entries select (jsonb_populate_record(entry, jsonb_build_object('id', gen_random_uuid(), 'once', null))).*
                from timeline_entries entry cross join generate_series(1, 9990) where entry.text = 'Incident opened'""")));
        String page = ana.get("/incidents/" + number).body();
        assertThat(page.length()).isLessThan(LARGEST_PAGE);
        assertThat(page).contains("Older entries");
        assertThat(get("/api/v1/incidents/" + number + "/timeline").get("total").intValue()).isGreaterThan(9_990);
    }
}
