package com.srecopilot.alert.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericFormatTests {

    private final GenericFormat format = new GenericFormat();

    @Test
    void readsOurOwnShape() {
        IncomingAlert alert = read("""
                {"title": "Pool exhausted", "description": "50 of 50", "severity": "critical", "service": "checkout-service",
                 "status": "firing", "dedup_key": "pool", "labels": {"region": "eu-west"}, "unknown": {"kept": "out"}}""");
        assertThat(alert).extracting(IncomingAlert::title, IncomingAlert::description, IncomingAlert::severity, IncomingAlert::service,
                IncomingAlert::dedupKey, IncomingAlert::resolved).containsExactly("Pool exhausted", "50 of 50", "critical", "checkout-service", "pool", false);
        assertThat(alert.labels()).containsOnlyKeys("region");
    }

    @Test
    void readsSeveralAtOnce() {
        assertThat(format.read(SharedPayloads.payload("[{\"title\":\"a\"},{\"title\":\"b\"}]"))).extracting(IncomingAlert::title).containsExactly("a", "b");
    }

    @Test
    void withoutAKeyServiceAndTitleAreIt() {
        assertThat(read("{\"title\":\"Disk\",\"service\":\"orders-db\"}").dedupKey()).isEqualTo("orders-db: Disk");
    }

    @Test
    void aLongKeyStaysItself() {
        String one = read("{\"title\":\"x\",\"dedup_key\":\"" + "k".repeat(5000) + "1\"}").dedupKey();
        String other = read("{\"title\":\"x\",\"dedup_key\":\"" + "k".repeat(5000) + "2\"}").dedupKey();
        assertThat(one).hasSizeLessThanOrEqualTo(512).isNotEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"resolved,true", "OK,true", "closed,true", "DOWN -> UP,true", "firing,false", "triggered,false", "whatever,false"})
    void statusesAreUnderstoodByTheirUsualWords(String status, boolean over) {
        assertThat(read("{\"title\":\"x\",\"status\":\"" + status + "\"}").resolved()).isEqualTo(over);
    }

    @Test
    void someoneElsesObjectIsGuessedAndSaysSo() {
        IncomingAlert alert = read("{\"check_name\":\"API Check\",\"alert_type\":\"ALERT_RECOVERY\",\"link\":\"https://example.org/1\",\"check_id\":\"7\"}");
        assertThat(alert).extracting(IncomingAlert::title, IncomingAlert::resolved, IncomingAlert::url, IncomingAlert::dedupKey)
                .containsExactly("API Check", true, "https://example.org/1", "7");
        assertThat(alert.notes()).extracting(IncomingAlert.Note::rule).contains("guessed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"title\":7}|title|title must be text",
        "{\"title\":\" \"}|title|title must not be empty",
        "{\"title\":\"x\",\"labels\":[]}|labels|labels must be an object",
        "{\"title\":\"x\",\"severity\":{}}|severity|severity must be text",
        "{\"title\":\"x\",\"status\":true}|status|status must be text",
        "{\"title\":\"x\",\"starts_at\":\"x\"}|starts_at|starts_at must be a time such as 2026-01-31T12:00:00Z, not \"x\"",
        "{\"a\":1}|title|title is missing, and no other text can serve as a title",
        "7||The body must be an object"})
    void whatIsWrongIsNamed(String body, String field, String reason) {
        assertThatThrownBy(() -> format.read(SharedPayloads.payload(body))).isInstanceOf(Unreadable.class).hasMessage(reason)
                .extracting("field").isEqualTo(field == null ? "" : field);
    }

    private IncomingAlert read(String body) {
        return format.read(SharedPayloads.payload(body)).get(0);
    }
}
