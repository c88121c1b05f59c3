package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The list is sorted by the heads of its columns, page after page, without gaps and doubles. */
class IncidentOrderTests extends Desk {

    private static final Pattern ROW = Pattern.compile("<li class=\"incident-row( resolved)?\"\\s+id=\"incident-(\\d+)\"\\s+data-rank=\"(\\d)(\\d+)\"\\s+data-newest=\"\\d+\"\\s+data-service=\"([^\"]*)\"");
    private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private record Row(boolean resolved, int number, int weight, long newest, String service) {
    }

    @Test
    void eachOrderIsKeptOverAllPagesWithOpenIncidentsFirst() {
        fill(130);
        Comparator<Row> newest = Comparator.comparing(Row::newest).thenComparing(Row::number, Comparator.reverseOrder());
        Comparator<Row> worst = Comparator.comparing(Row::weight).thenComparing(newest);
        Comparator<Row> service = Comparator.comparing(Row::service).thenComparing(newest);
        Map.of("-detected", newest, "detected", newest.reversed(), "-severity", worst, "severity", worst.reversed(),
                "service", service, "-service", service.reversed()).forEach((sort, order) -> {
                    List<Row> walked = walk("/incidents?sort=" + sort);
                    assertThat(walked).as(sort).hasSize(130).isSortedAccordingTo(Comparator.comparing(Row::resolved).thenComparing(order));
                    assertThat(walked.stream().map(Row::number)).as(sort).doesNotHaveDuplicates();
                });
        assertThat(walk("/incidents?sort=-severity&severity=high&severity=low&state=resolved")).hasSize(65)
                .allMatch(Row::resolved).isSortedAccordingTo(worst);
    }

    @Test
    void headsSayTheOrderAndLeadToTheOppositeAndTheOrderStaysInEveryLink() {
        declare("Search is slow", "low", "search-service");
        String page = ana.get("/incidents?severity=low&sort=-severity").body();
        assertThat(page).contains("aria-sort=\"descending\"><a href=\"/incidents?severity=low&amp;sort=severity\"", "aria-sort=\"none\"><a href=\"/incidents?severity=low&amp;sort=service\"",
                "aria-sort=\"none\"><a href=\"/incidents?severity=low\"", "name=\"sort\" value=\"-severity\"", "Most severe first");
        assertThat(ana.get("/incidents?sort=nonsense").body()).contains("aria-sort=\"descending\"><a href=\"/incidents?sort=detected\"");
        assertThat(ana.get("/incidents?sort=service&cursor=o_2026-01-01T00:00:00Z_1").statusCode()).isEqualTo(400);
    }

    private List<Row> walk(String first) {
        var walked = new ArrayList<Row>();
        String next = first;
        while (next != null) {
            String page = ana.get(next).body();
            ROW.matcher(page).results().forEach(row -> walked.add(new Row(row.group(1) != null, Integer.parseInt(row.group(2)),
                    Integer.parseInt(row.group(3)), Long.parseLong(row.group(4)), row.group(5))));
            next = OLDER.matcher(page).results().findFirst().map(link -> link.group(1).replace("&amp;", "&")).orElse(null);
        }
        return walked;
    }

    private void fill(int incidents) {
        organisation.as(() -> transaction.execute(status -> jdbc.sql("""
                insert into incidents (tenant_id, id, version, number, title, description, severity, severity_by_hand, state, service_name, detected_at, resolved_at)
                select current_tenant(), gen_random_uuid(), 0, 10000 + n, 'Of a test ' || n, '', (array['critical', 'high', 'medium', 'low'])[1 + n % 4], false,
                    case when n % 2 = 0 then 'detected' else 'resolved' end, 'service-' || n % 3, now() - interval '10 days' + n / 5 * interval '1 minute',
                    case when n % 2 = 0 then null else now() end from generate_series(0, :most - 1) n""").param("most", incidents).update()));
    }
}
