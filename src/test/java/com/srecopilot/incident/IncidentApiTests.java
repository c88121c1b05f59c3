package com.srecopilot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class IncidentApiTests extends Desk {

    @Test
    void commentsAreAddedAndListedNewestFirst() {
        int number = declare("Search is slow", "low", "search-service");
        String comments = "/api/v1/incidents/INC-" + number + "/comments";
        assertThat(post(comments, Map.of("text", "first")).statusCode()).isEqualTo(201);
        assertThat(json(post(comments, Map.of("text", "<b>second</b>"))).get("author").stringValue()).isEqualTo("Ana Ruiz");
        assertThat(get(comments).get("items").valueStream().map(comment -> comment.get("text").stringValue())).containsExactly("<b>second</b>", "first");
        assertThat(post(comments, Map.of("text", "  ")).statusCode()).isEqualTo(400);
        assertThat(ana.get("/incidents/" + number).body()).contains("&lt;b&gt;second&lt;/b&gt;").doesNotContain("<b>second</b>");
    }

    @Test
    void searchFindsByWordsAndFiltersAndCounts() {
        declare("Database timeout in checkout", "critical", "checkout-service");
        declare("Database timeout in search", "low", "search-service");
        declare("Certificate expires", "low", "auth-service");
        JsonNode found = json(post("/api/v1/incidents/search", """
                {"query":"database timeout","filters":{"severity":["critical","low"],"date_range":{"start":"2026-01-01","end":"2126-01-31"},
                 "state":["detected","investigating"]},"sort":{"field":"detected_at","order":"desc"},
                 "aggregations":{"by_service":true,"by_severity":true,"timeline":{"interval":"1d"}}}"""));
        assertThat(found.has("total")).as(found.toString()).isTrue();
        assertThat(found.get("total").intValue()).as(found.toString()).isEqualTo(2);
        assertThat(found.get("items").get(0).get("title").stringValue()).isEqualTo("Database timeout in search");
        assertThat(found.get("aggregations").get("by_service").get("checkout-service").intValue()).isEqualTo(1);
        assertThat(found.get("aggregations").get("by_severity").get("low").intValue()).isEqualTo(1);
        assertThat(found.get("aggregations").get("timeline").valueStream().mapToInt(JsonNode::intValue).sum()).isEqualTo(2);
        assertThat(json(post("/api/v1/incidents/search", "{\"filters\":{\"service_name\":\"auth-service\"}}")).get("total").intValue()).isEqualTo(1);
    }

    @Test
    void pagesThroughAllWithACursor() {
        for (int i = 0; i < 5; i++) {
            declare("Incident number " + i, "low", "search-service");
        }
        JsonNode first = get("/api/v1/incidents?limit=3");
        JsonNode second = get("/api/v1/incidents?limit=3&cursor=" + first.get("next_cursor").stringValue());
        assertThat(first.get("total").intValue()).isEqualTo(5);
        assertThat(first.get("items").valueStream().map(each -> each.get("number").intValue())).containsExactly(5, 4, 3);
        assertThat(second.get("items").valueStream().map(each -> each.get("number").intValue())).containsExactly(2, 1);
        assertThat(second.get("next_cursor").isNull()).isTrue();
    }

    @Test
    void theListFiltersByItsAddressAndCounts() {
        declare("Checkout fails", "critical", "checkout-service");
        declare("Search is slow", "low", "search-service");
        assertThat(ana.get("/incidents?severity=critical").body()).contains("Checkout fails").doesNotContain("Search is slow");
        assertThat(ana.get("/incidents?service=search-service").body()).contains("Search is slow").doesNotContain("Checkout fails");
        assertThat(ana.get("/incidents?q=INC-2").body()).contains("Search is slow").doesNotContain("Checkout fails");
        assertThat(ana.get("/incidents?state=resolved").body()).doesNotContain("Search is slow", "Checkout fails");
        assertThat(ana.get("/incidents?assignee=none&from=2026-01-01&to=9999-12-31").body()).contains("Search is slow", "Checkout fails");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"title\":\"abc\",\"description\":\"long enough\",\"severity\":\"low\",\"service_name\":\"a\"}|title",
        "{\"title\":\"abcdef\",\"description\":\"short\",\"severity\":\"low\",\"service_name\":\"a\"}|description",
        "{\"title\":\"abcdef\",\"description\":\"long enough\",\"severity\":\"worst\",\"service_name\":\"a\"}|severity",
        "{\"title\":\"abcdef\",\"description\":\"long enough\",\"severity\":\"low\",\"service_name\":\"a b\"}|service_name",
        "{\"title\":\"abcdef\",\"description\":\"long enough\",\"severity\":\"low\"}|service_name",
        "{\"title\":7,\"description\":\"long enough\",\"severity\":\"low\",\"service_name\":\"a\"}|title",
        "{\"title\":\"abc\\u0000def\",\"description\":\"long enough\",\"severity\":\"low\",\"service_name\":\"a\"}|title",
        "{\"title\":|line 1", "[]|body"})
    void aBadFieldIsNamedAsTheSenderSpelledIt(String body, String field) {
        HttpResponse<String> answer = post("/api/v1/incidents", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(answer.body()).contains(field);
        assertThat(get("/api/v1/incidents").get("total").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/incidents/abc", "/api/v1/incidents/INC-", "/api/v1/incidents/999", "/api/v1/incidents/99999999999999",
        "/api/v1/incidents/7/timeline", "/api/v1/incidents/7/alerts", "/api/v1/incidents/7/comments", "/incidents/abc", "/incidents/7", "/incidents/7/edit"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(ana.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/incidents?limit=0", "/api/v1/incidents?limit=201", "/api/v1/incidents?limit=x", "/api/v1/incidents?cursor=nonsense",
        "/api/v1/incidents?from=yesterday", "/api/v1/incidents?from=-999999999-01-01T00:00:00Z", "/api/v1/incidents?to=%2B999999999-12-31T00:00:00Z", "/incidents?cursor=x"})
    void aQuestionThatCannotBeReadIsRefused(String path) {
        HttpResponse<String> answer = ana.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/incidents?from=nonsense&to=-1", "/incidents?from=%2B999999999-12-31", "/incidents?q=%25%5C_%27%22%3Cscript%3E", "/incidents?q=%00",
        "/incidents?state=x&severity=y&service=%00&assignee=z", "/api/v1/incidents?q=%00&service=%00"})
    void aFilterThatFindsNothingIsNoFailure(String path) {
        declare("Search is slow", "low", "search-service");
        assertThat(ana.get(path).statusCode()).isIn(200, 400);
    }

    @Test
    void markupInEveryFieldIsShownAsText() {
        String evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        int number = json(post("/api/v1/incidents", Map.of("title", evil, "description", evil, "severity", "low", "service_name", "a"))).get("number").intValue();
        submit("/incidents/" + number + "/notes", Map.of("note", evil));
        submit("/incidents/" + number + "/tags", Map.of("tag", "<b>tag</b>"));
        submit("/incidents/" + number + "/resolution", Map.of("note", evil));
        for (String path : List.of("/incidents/" + number, "/incidents", "/", "/incidents/" + number + "/edit")) {
            assertThat(ana.get(path).body()).doesNotContain("<script>alert", "<img src=x", "<b>tag");
        }
    }

    @Test
    void longWordsAreRefusedAndWhatCannotBeStoredLeavesNoTrace() {
        int number = declare("Search is slow", "low", "search-service");
        assertThat(submit("/incidents/" + number + "/notes", Map.of("note", "x".repeat(5_001))).statusCode()).isBetween(400, 422);
        assertThat(submit("/incidents/" + number + "/notes", Map.of("note", "a\u0000b")).statusCode()).isBetween(303, 422);
        assertThat(submit("/incidents", Map.of("title", "a\u0000bcdef", "description", "long enough text", "severity", "low", "service", "a")).statusCode()).isEqualTo(303);
        assertThat(incident(number + 1).get("title").stringValue()).isEqualTo("abcdef");
        assertThat(post("/api/v1/incidents/" + number + "/comments", Map.of("text", "a\u0000b")).statusCode()).isEqualTo(400);
        assertThat(submit("/incidents/" + number + "/resolution", Map.of("note", "a\u0000b")).statusCode()).isBetween(303, 422);
    }
}
