package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.Organisation;
import com.srecopilot.stories.Processes;
import com.srecopilot.stories.Quickest;

class AlertListTests extends Monitored {

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void filtersByEachFieldAndCountsWhatTheOthersLeave() {
        generic("Pool exhausted", "critical", "checkout-service", "firing");
        generic("Slow queries", "high", "orders-db", "firing");
        generic("Cache misses", "high", "cache", "firing");
        generic("Cache misses", "high", "cache", "resolved");
        assertThat(titles("status=firing")).containsExactly("Slow queries", "Pool exhausted");
        assertThat(titles("severity=high&status=firing&status=resolved")).containsExactly("Cache misses", "Slow queries");
        assertThat(titles("service=cache")).containsExactly("Cache misses");
        assertThat(titles("source=prometheus")).hasSize(3);
        assertThat(titles("source=other")).isEmpty();
        Processes.await("words are indexed", () -> titles("q=POOL").size() == 1);
        assertThat(titles("q=pool%25+check")).containsExactly("Pool exhausted");
        assertThat(titles("q=100%25")).isEmpty();
        assertThat(titles("since=1h")).hasSize(3);
        assertThat(titles("since=2999-01-01T00:00:00Z")).isEmpty();
        Processes.await("the others are too", () -> titles("q=slow").size() == 1);
        String page = admin.get("/alerts?status=firing&since=24h").body();
        assertThat(page).contains("Pool exhausted", "Slow queries", "status: firing", "2 of 2").doesNotContain("Cache misses");
    }

    @Test
    void filtersByLabelsAllOfWhichMustHold() {
        for (String team : List.of("payments", "search")) {
            sender.post("generic", "{\"title\":\"Of %1$s\",\"service\":\"s\",\"labels\":{\"team\":\"%1$s\",\"region\":\"eu\"}}".formatted(team));
        }
        Processes.await("labels are indexed", () -> titles("label=region:eu").size() == 2);
        assertThat(titles("label=team:payments&label=region:eu")).containsExactly("Of payments");
        assertThat(titles("label=team%3Dpayments&label=region:us")).isEmpty();
        assertThat(admin.get("/alerts?label=team:payments").body()).contains("label team=payments", "Of payments", "1 of 1").doesNotContain("Of search");
        assertThat(admin.get("/alerts?label=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void anAlertThatFlapsIsOneLineOfThePageAndEachEpisodeInTheApi() {
        for (int i = 0; i < 3; i++) {
            sender.post("alertmanager", Sender.firing("f1", "2026-03-05T10:0" + i + ":00Z"));
            sender.post("alertmanager", Sender.resolved("f1", "2026-03-05T10:0" + i + ":00Z", "2026-03-05T10:0" + i + ":30Z"));
        }
        sender.post("alertmanager", Sender.firing("f2", "2026-03-05T10:00:00Z"));
        assertThat(alerts()).hasSize(4);
        String page = admin.get("/alerts").body();
        assertThat(page).contains("×3 flaps", "#episodes", "4 of 4");
        assertThat(page.split("<li class=\"alert-row\"", -1)).as("two lines").hasSize(3);
        String latest = alerts().stream().filter(alert -> alert.get("starts_at").stringValue().startsWith("2026-03-05T10:02")).findFirst().orElseThrow().get("id").stringValue();
        assertThat(page).contains("id=\"alert-" + latest + "\"");
        assertThat(admin.get("/alerts/" + latest).body().split("<li class=\"alert-row\"", -1)).as("its episodes").hasSize(4);
    }

    @Test
    void pagesAreWalkedByCursorNewestFirstWithoutGapsOrDoubles() {
        for (int i = 0; i < 5; i++) {
            StringBuilder body = new StringBuilder("[");
            for (int j = 0; j < 5; j++) {
                body.append(j == 0 ? "" : ",").append("{\"title\":\"t").append(i * 5 + j).append("\"}");
            }
            sender.post("generic", body.append("]").toString());
        }
        var walked = new ArrayList<String>();
        String cursor = "";
        do {
            JsonNode page = api("/api/v1/alerts?limit=4" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.get("total").intValue()).isEqualTo(25);
            page.get("items").valueStream().forEach(alert -> walked.add(alert.get("title").stringValue()));
            cursor = page.get("next_cursor").isNull() ? "" : page.get("next_cursor").stringValue();
        } while (!cursor.isEmpty());
        assertThat(walked).hasSize(25).doesNotHaveDuplicates();
        assertThat(walked.subList(0, 5)).allMatch(title -> Integer.parseInt(title.substring(1)) >= 20);
    }

    @Test
    void thePageIsSortedByItsHeadsAndTheOrderIsKeptFromPageToPage() {
        organisation.as(() -> transaction.execute(status -> jdbc.sql("""
                insert into alerts (id, source_id, source_name, dedup_key, fingerprint, title, description, severity, status, service, labels, url,
                    starts_at, ends_at, anchor, count, received_at, last_seen_at, awaits_incident)
                select gen_random_uuid(), gen_random_uuid(), 'bulk', 'k' || n, '', 'Title ' || n, '', (array['critical','high','medium','low'])[1 + n % 4],
                    case when n % 2 = 0 then 'firing' else 'resolved' end, 'service-' || n % 3, '{}', '', now() - n * interval '1 s',
                    case when n % 2 = 0 then null else now() end, now() - n * interval '1 s', 1, now() - n * interval '1 s', now(), false
                from generate_series(1, 120) n""").update()));
        Comparator<Integer> newest = Comparator.naturalOrder();
        Comparator<Integer> over = Comparator.comparing(n -> n % 2);
        Comparator<Integer> severity = Comparator.comparing(n -> n % 2 == 0 ? n % 4 : 0);
        Comparator<Integer> service = Comparator.comparing(n -> n % 3);
        Map.of("-received", newest, "received", newest.reversed(), "-severity", over.thenComparing(severity).thenComparing(newest),
                "severity", over.thenComparing(severity.thenComparing(newest).reversed()), "service", service.thenComparing(newest),
                "-service", service.thenComparing(newest).reversed()).forEach((sort, order) ->
                        assertThat(walk("/alerts?sort=" + sort)).as(sort).hasSize(120).doesNotHaveDuplicates().isSortedAccordingTo(order));
        assertThat(walk("/alerts?status=firing&sort=-severity")).hasSize(60).allMatch(n -> n % 2 == 0).isSortedAccordingTo(severity.thenComparing(newest));
        assertThat(admin.get("/alerts?sort=service").body()).contains("aria-sort=\"ascending\"><a href=\"/alerts?sort=-service\"", "Service, A to Z");
    }

    private List<Integer> walk(String first) {
        var walked = new ArrayList<Integer>();
        for (String next = first; next != null;) {
            String page = admin.get(next).body();
            Pattern.compile(">Title (\\d+)</a>").matcher(page).results().forEach(row -> walked.add(Integer.valueOf(row.group(1))));
            next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page).results().findFirst().map(link -> link.group(1).replace("&amp;", "&")).orElse(null);
        }
        return walked;
    }

    @Test
    void anAlertIsAcknowledgedAndTakenBackByThoseWhoMay() {
        generic("Pool exhausted", "critical", "checkout-service", "firing");
        String id = alerts().get(0).get("id").stringValue();
        HttpResponse<String> given = admin.submit("/alerts/" + id, "/alerts/" + id + "/acknowledgement", Map.of());
        assertThat(given.statusCode()).isBetween(302, 303);
        assertThat(api("/api/v1/alerts/" + id).get("status").stringValue()).isEqualTo("acknowledged");
        generic("Pool exhausted", "critical", "checkout-service", "firing");
        assertThat(api("/api/v1/alerts/" + id).get("status").stringValue()).isEqualTo("acknowledged");
        admin.submit("/alerts/" + id, "/alerts/" + id + "/acknowledgement", Map.of("_method", "delete"));
        assertThat(api("/api/v1/alerts/" + id).get("status").stringValue()).isEqualTo("firing");
        assertThat(api("/api/v1/audit").get("items").valueStream().map(each -> each.get("action").stringValue()))
                .contains("alert.acknowledge", "alert.unacknowledge");
        var viewer = new Browsing(port);
        viewer.signIn(organisation.viewer(), Organisation.PASSWORD);
        assertThat(viewer.submit("/me", "/alerts/" + id + "/acknowledgement", Map.of()).statusCode()).isEqualTo(403);
        generic("Pool exhausted", "critical", "checkout-service", "resolved");
        assertThat(admin.submit("/alerts", "/alerts/" + id + "/acknowledgement", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void aPageThatDoesNotExistIsNotFound() {
        assertThat(admin.get("/alerts/00000000-0000-0000-0000-000000000000").statusCode()).isEqualTo(404);
        assertThat(admin.get("/alerts/abc").statusCode()).isEqualTo(400);
    }

    @Test
    void aHundredThousandAlertsDoNotSlowTheList() {
        organisation.as(() -> transaction.execute(status -> jdbc.sql("""
                insert into alerts (id, source_id, source_name, dedup_key, fingerprint, title, description, severity, status, service, labels, url,
                    starts_at, ends_at, anchor, count, received_at, last_seen_at, awaits_incident)
                select gen_random_uuid(), gen_random_uuid(), 'bulk', 'k' || n, '', 'Title ' || n, repeat('text ', 20), (array['critical','high','medium','low'])[1 + n % 4],
                    case when n % 50 = 0 then 'firing' else 'resolved' end, 'service-' || n % 40, '{"a": "b"}', '', now() - n * interval '1 s',
                    case when n % 50 = 0 then null else now() end, now() - n * interval '1 s', 1, now() - n * interval '1 s', now(), false
                from generate_series(1, 100000) n""").update()));
        for (String query : List.of("", "?status=firing", "?severity=critical&service=service-4", "?q=Title+99999", "?since=24h&status=resolved")) {
            assertThat(admin.get("/alerts" + query).statusCode()).isEqualTo(200);
            Quickest.isBelow(Duration.ofSeconds(3), () -> admin.get("/alerts" + query));
        }
    }

    private void generic(String title, String severity, String service, String status) {
        HttpResponse<String> answer = sender.post("generic", "{\"title\":\"%s\",\"severity\":\"%s\",\"service\":\"%s\",\"status\":\"%s\"}".formatted(title, severity, service, status));
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private List<String> titles(String query) {
        return api("/api/v1/alerts?" + query).get("items").valueStream().map(alert -> alert.get("title").stringValue()).toList();
    }
}
