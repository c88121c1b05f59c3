package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in: a clear 4xx with a receipt, nothing half-stored, nothing executed, never a 500. */
class BadInputTests extends Monitored {

    @Test
    void anUnknownKeyIsToldSo() {
        for (String key : new String[] {"nobodyhasthiskey0000000000000000", "short", "x'%20or%201=1"}) {
            HttpResponse<String> answer = new Sender(port, key).post("generic", "{\"title\":\"x\"}");
            expectProblem(answer, 401, "ingest key");
        }
    }

    @Test
    void whoeverOpensTheAddressOfSendersIsToldWhatItIsFor() {
        HttpResponse<String> answer = admin.get("/ingest/nobodyhasthiskey0000000000000000/generic");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValueSatisfying(allowed -> assertThat(allowed).contains("POST", "PUT"));
        assertThat(answer.body()).contains("Senders send their alerts here by POST.");
    }

    @Test
    void anUnknownFormatListsTheKnownOnes() {
        expectProblem(sender.post("carrier-pigeon", "{}"), 404, "alertmanager, generic");
    }

    @Test
    void malformedJsonIsToldWithItsPlaceAndKeptOnTheReceipt() {
        HttpResponse<String> answer = sender.post("alertmanager", "{\n \"alerts\": [}");
        expectProblem(answer, 400, "line 2");
        assertThat(receipt(answer).get("status").stringValue()).isEqualTo("rejected");
        assertThat(receipt(answer).get("reason").stringValue()).contains("line 2");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void oneAlertOfTheWrongShapeStoresNoneAndIsNamed() {
        HttpResponse<String> answer = sender.post("alertmanager", """
                {"status":"firing","alerts":[{"labels":{"alertname":"fine"}},{"labels":{"alertname":"odd"},"startsAt":"yesterday"}]}""");
        expectProblem(answer, 400, "alerts[1].startsAt");
        assertThat(Sender.json(answer).get("errors").get(0).get("field").stringValue()).isEqualTo("alerts[1].startsAt");
        assertThat(alerts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"text\"", "[]", "[[]]", "{\"alerts\":null}", "{\"alerts\":[null]}", "{\"status\":7,\"alerts\":[{}]}", "{\"alerts\":[{\"status\":\"firing\",\"labels\":7}]}", "", " ", "\u0000", "{\"alerts\":[]} trailing"})
    void wrongTypesAreRefusedByAlertmanager(String body) {
        assertThat(sender.post("alertmanager", body).statusCode()).as(body).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"text\"", "[7]", "{}", "{\"title\":[]}", "{\"title\":\"x\",\"labels\":{\"a\":{}}}", "{\"title\":\"\"}"})
    void wrongTypesAreRefusedByGeneric(String body) {
        assertThat(sender.post("generic", body).statusCode()).as(body).isEqualTo(400);
    }

    @Test
    void oneMebibyteIsTakenAndOneByteMoreIsNot() {
        String start = "{\"title\":\"big\",\"description\":\"";
        String end = "\"}";
        String fits = start + "d".repeat((1 << 20) - start.length() - end.length()) + end;
        assertThat(sender.post("generic", fits).statusCode()).isEqualTo(202);
        expectProblem(sender.post("generic", fits + " "), 413, "1 MiB");
        assertThat(alerts()).singleElement().satisfies(alert -> assertThat(alert.get("description").stringValue()).hasSize(15_000).endsWith("…"));
    }

    @Test
    void whatInflatesBeyondTheLimitIsTooLargeAndBrokenGzipIsUnreadable() throws IOException {
        byte[] bomb = IntakeTests.gzip(new byte[200 << 20]);
        HttpResponse<String> refused = sender.post("generic", bomb, "Content-Encoding", "gzip");
        expectProblem(refused, 413, "inflated");
        assertThat(receipt(refused).get("status").stringValue()).isEqualTo("rejected");
        expectProblem(sender.post("generic", "{}".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip"), 400, "gzip");
        expectProblem(sender.post("generic", "{}".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "br"), 400, "gzip");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        expectProblem(sender.post("generic", "{\"title\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"), 400, "JSON");
        expectProblem(sender.post("generic", "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000)), 400, "JSON");
    }

    @Test
    void nulAndLoneSurrogatesAreStrippedAndInvalidUtf8IsRefused() {
        assertThat(sender.post("generic", "{\"title\":\"a\\u0000b\\ud83dc\\u0007\",\"labels\":{\"k\\u0000\":\"v\\u0000\"},\"service\":\"s\\u0000vc\"}").statusCode()).isEqualTo(202);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.get("title").stringValue()).isEqualTo("abc");
            assertThat(alert.get("service").stringValue()).isEqualTo("svc");
            assertThat(alert.get("labels").get("k").stringValue()).isEqualTo("v");
        });
        byte[] broken = "{\"title\":\"aXb\"}".getBytes(StandardCharsets.UTF_8);
        broken[11] = (byte) 0xff;
        assertThat(sender.post("generic", broken).statusCode()).isEqualTo(400);
    }

    @Test
    void implausibleTimesBecomeTheTimeOfReceiptWithALineThatSaysSo() {
        HttpResponse<String> answer = sender.post("alertmanager", Sender.firing("f", "9999-12-31T00:00:00Z"));
        assertThat(answer.statusCode()).isEqualTo(202);
        sender.post("alertmanager", Sender.firing("g", "0001-01-01T00:00:00Z"));
        assertThat(alerts()).hasSize(2).allSatisfy(alert -> assertThat(alert.get("starts_at").stringValue()).startsWith("20"));
        assertThat(receipt(answer).get("alerts").get(0).get("decisions").valueStream().map(each -> each.get("rule").stringValue()))
                .contains("start-in-future", "first-firing");
    }

    @Test
    void htmlInEveryFieldIsShownAsText() {
        String evil = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        sender.post("generic", """
                {"title":"%1$s","description":"%1$s","service":"%1$s","dedup_key":"%1$s","labels":{"%1$s":"%1$s","region":"%1$s"},"url":"javascript:alert(3)"}""".formatted(evil));
        String id = alerts().get(0).get("id").stringValue();
        for (String path : new String[] {"/alerts", "/alerts/" + id, "/services", "/alerts?q=" + java.net.URLEncoder.encode(evil, StandardCharsets.UTF_8)}) {
            HttpResponse<String> page = admin.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("&lt;img").doesNotContain("<img src=x", "<script>alert", "javascript:alert");
        }
    }

    @Test
    void namesOfServicesMayBeAnyText() {
        String[] names = {"a/b", "Ünïcode 服务", "..", "a;b%c", "new"};
        for (String name : names) {
            assertThat(sender.post("generic", "{\"title\":\"t %1$s\",\"service\":\"%1$s\"}".formatted(name)).statusCode()).isEqualTo(202);
            String path = com.srecopilot.catalog.ServiceView.path(name);
            assertThat(admin.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(api("/api/v1/alerts?service=a%2Fb").get("total").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=bogus", "status=odd", "severity=7", "since=soon"})
    void badQueriesOfTheListAreRefused(String query) {
        HttpResponse<String> answer = admin.get("/api/v1/alerts?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(query.substring(0, query.indexOf('=')));
    }

    private void expectProblem(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/problem+json");
        assertThat(answer.headers().firstValue("X-Receipt")).isPresent();
        assertThat(Sender.json(answer).get("detail").stringValue() + Sender.json(answer).get("title").stringValue()).contains(words);
    }
}
