package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.stories.Quickest;

class IncidentExportTests extends Desk {

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transactions;

    @Test
    void anIncidentLeavesAsMarkdownJsonAndPdfAlsoForAViewer() {
        int number = declare("Search <b>is</b> slow", "low", "search-service");
        submit("/incidents/" + number + "/severity", Map.of("severity", "high", "note", "Everybody is affected"));
        var vic = new Browsing(port);
        vic.signIn(organisation.viewer(), Organisation.PASSWORD);
        String page = "/incidents/" + number;
        assertThat(vic.get(page).body()).contains(page + "/export.md", page + "/export.pdf", page + "/export.json");
        HttpResponse<String> markdown = vic.get(page + "/export.md");
        assertThat(markdown.headers().firstValue("Content-Disposition").orElseThrow()).isEqualTo("attachment; filename=\"INC-" + number + ".md\"");
        assertThat(markdown.body()).contains("Search &lt;b&gt;is&lt;/b&gt; slow", "Severity low → high", "Everybody is affected");
        JsonNode json = json(vic.get("/api/v1" + page + "/export.json"));
        assertThat(json.get("incident").get("service_name").stringValue()).isEqualTo("search-service");
        assertThat(json.get("timeline").valueStream().map(line -> line.get("kind").stringValue())).contains("incident.opened", "severity.changed");
        HttpResponse<String> pdf = vic.get(page + "/export.pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
    }

    @Test
    void whatIsNotThereOrNotOursIsNotExported() {
        int number = declare("Search is slow", "low", "search-service");
        assertThat(ana.get("/incidents/" + number + "/export.exe").statusCode()).isEqualTo(404);
        assertThat(ana.get("/incidents/999/export.pdf").statusCode()).isEqualTo(404);
        assertThat(ana.get("/incidents/abc/export.pdf").statusCode()).isEqualTo(404);
        assertThat(new Browsing(port).get("/incidents/" + number + "/export.json").statusCode()).isIn(302, 303, 401);
    }

    @Test
    void tenThousandEntriesAndAMonthLeaveThePageItsSizeAndSpeed() {
        int number = declare("A month of it ‏שלום‏ " + "w".repeat(150), "high", "search-service");
        tellMuch(number, incident(number).get("id").stringValue());
        String page = "/incidents/" + number;
        HttpResponse<String> shown = ana.get(page);
        assertThat(shown.body()).contains("Older entries");
        assertThat(shown.body().length()).isLessThan(150 * 1024);
        Quickest.isBelow(Duration.ofSeconds(1), () -> ana.get(page));
        assertThat(get("/api/v1" + page + "/timeline?limit=1").get("total").intValue()).isGreaterThan(10_000);
        assertThat(ana.get(page + "/export.md").body()).contains("** Entry 1\n", "** Entry 10000\n");
    }

    private void tellMuch(int number, String id) {
        organisation.as(() -> transactions.execute(status -> jdbc.sql("""
                insert into timeline_entries (tenant_id, id, incident_id, at, kind, actor_name, text, data)
                select current_tenant(), gen_random_uuid(), ?, now() - i * interval '4 minutes', 'comment.added', 'Eli Okafor', 'Entry ' || i,
                    jsonb_build_object('note', 'Still 😀 slow ' || repeat('x', 80)) from generate_series(1, 10000) i""")
                .param(UUID.fromString(id)).update()));
    }

    @Test
    void tagsHaveALimitThatIsSaid() {
        int number = declare("Search is slow", "low", "search-service");
        for (int i = 0; i < 50; i++) {
            assertThat(submit("/incidents/" + number + "/tags", Map.of("tag", "tag-" + i)).statusCode()).isEqualTo(303);
        }
        HttpResponse<String> refused = submit("/incidents/" + number + "/tags", Map.of("tag", "one-more"));
        assertThat(refused.statusCode()).isBetween(400, 422);
        assertThat(refused.body()).contains("50 tags");
        assertThat(submit("/incidents/" + number + "/tags", Map.of("tag", "tag-1")).statusCode()).isEqualTo(303);
        assertThat(incident(number).get("tags")).hasSize(50);
    }
}
