package com.srecopilot.alert.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.srecopilot.alert.format.GenericFormat;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.Unreadable;
import com.srecopilot.identity.Invalid;
import com.srecopilot.stories.Quickest;

class MappingTests {

    private static final String BODY = """
            {"region":"eu-west","data":{"events":[
              {"check":{"name":"Disk full","id":7,"state":"red"},"prio":"P!","host":{"svc":"checkout-service","ip":"10.0.0.1"},"odd.name":"x","tags":["a","b"],
               "since":1760000000,"links":[{"href":"https://m.example/7"}]},
              {"check":{"name":"Disk full","id":8,"state":"green"},"prio":"meh","host":{"svc":"cart-service"},"since":"2026-01-31 12:00:00"}]}}""";

    @Test
    void everyFieldIsReadByItsPathAndValuesByTheirTables() {
        List<IncomingAlert> alerts = read(new MappingForm("$.data.events", "check.name", "'Look at it'", "prio", "P! = critical\nmeh = low", "check.state", "red = firing\nGreen = resolved",
                "/host/svc", "check.id", "since", "", "links[0].href", "region = $.region\ntag = tags[1]\n* = host", ""), BODY);
        IncomingAlert first = alerts.get(0);
        assertThat(first.title()).isEqualTo("Disk full");
        assertThat(first.description()).isEqualTo("Look at it");
        assertThat(first.severity()).isEqualTo("critical");
        assertThat(first.resolved()).isFalse();
        assertThat(first.service()).isEqualTo("checkout-service");
        assertThat(first.dedupKey()).isEqualTo("7");
        assertThat(first.startsAt()).isEqualTo(Instant.ofEpochSecond(1_760_000_000));
        assertThat(first.url()).isEqualTo("https://m.example/7");
        assertThat(first.labels()).isEqualTo(Map.of("region", "eu-west", "tag", "b", "svc", "checkout-service", "ip", "10.0.0.1"));
        assertThat(alerts.get(1).resolved()).isTrue();
        assertThat(alerts.get(1).severity()).isEqualTo("low");
        assertThat(alerts.get(1).startsAt()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"check.name;Disk full", "$.data.events[0].check.name;Disk full", "$['data']['events'][1].check.id;8", "/check/id;7", "['odd.name'];x", "tags[*];a",
        "tags[1];b", "/tags/1;b", "$.data.events[*].check.id;7", "nowhere.at.all;''", "tags[9];''", "check;''"})
    void aPathLeadsToItsPlace(String path, String value) {
        JsonField body = new Payload(BODY.getBytes(StandardCharsets.UTF_8), Instant.EPOCH).json();
        JsonField alert = body.at("data").at("events").items().get(0);
        assertThat(FieldPath.of(path).value(body, alert)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", "a[", "a[x]", "a['b", "$x", "a[?(@.b)]", "a.b()", ".", "a]b", "a[-1]", "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a"})
    void whatIsNoPathIsSaid(String path) {
        assertThatThrownBy(() -> FieldPath.of(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyWildcardsStayCheap() {
        String row = "[" + "[0,0,0,0,0,0,0,0,0,0],".repeat(9) + "[0]]";
        String body = "{\"title\":\"t\",\"a\":[" + (row + ",").repeat(500) + row + "]}";
        Quickest.isBelow(Duration.ofSeconds(2), () -> read(form("labels", "x = a[*][*][*]\ny = $.a[*][*][*]"), body));
    }

    @Test
    void anUnmappedFieldIsGuessedAsBefore() {
        IncomingAlert plain = new GenericFormat().read(payload("{\"name\":\"Slow\",\"level\":\"error\",\"state\":\"down\",\"app\":\"cart\"}")).get(0);
        IncomingAlert mapped = read(form("description", "level"), "{\"name\":\"Slow\",\"level\":\"error\",\"state\":\"down\",\"app\":\"cart\"}").get(0);
        assertThat(mapped.title()).isEqualTo(plain.title());
        assertThat(mapped.severity()).isEqualTo(plain.severity());
        assertThat(mapped.service()).isEqualTo(plain.service());
        assertThat(mapped.dedupKey()).isEqualTo(plain.dedupKey());
        assertThat(mapped.description()).isEqualTo("error");
    }

    @Test
    void aBodyThatTheMappingCannotReadIsRefusedWithTheReason() {
        assertRefused(form("title", "check.name"), "{\"name\":\"x\"}", "the mapping finds no title");
        assertRefused(form("alerts", "$.events"), "{\"name\":\"x\"}", "finds no alerts");
        assertRefused(form("alerts", "$.events"), "{\"events\":[1]}", "must be an object");
        assertRefused(form("title", "t"), "[" + "{\"t\":1},".repeat(2_000) + "{\"t\":1}]", "more than 2000");
        assertRefused(form("title", "t"), "not json", "not JSON");
        assertRefused(form("title", "t"), "[".repeat(3_000), "not JSON");
    }

    @Test
    void whatIsWrongInTheFormIsSaidAtItsField() {
        assertInvalid("title", "a..b");
        assertInvalid("severities", "page = urgent");
        assertInvalid("severities", "page");
        assertInvalid("states", "green = over");
        assertInvalid("labels", "x = a[?]");
        for (String template : new String[] {"same", "{labels.}", "{host}", "{service", "}{service}", "{service}" + "x".repeat(300)}) {
            assertInvalid("key", template);
        }
    }

    @Test
    void aTemplateMakesTheDedupKeyOfAnyFormat() {
        MappingForm form = form("key", "{service}/{labels.alertname}");
        assertThat(read(form, "{\"title\":\"t\",\"service\":\"cart\",\"labels\":{\"alertname\":\"Down\"},\"dedup_key\":\"d\"}").get(0).dedupKey()).isEqualTo("cart/Down");
        assertThat(read(form, "{\"title\":\"t\",\"service\":\"$1\\\\\"}").get(0).dedupKey()).isEqualTo("$1\\/");
        IncomingAlert kept = read(form, "{\"title\":\"t\",\"dedup_key\":\"d\"}").get(0);
        assertThat(kept.dedupKey()).isEqualTo("d");
        assertThat(kept.notes()).extracting(IncomingAlert.Note::rule).contains("dedup-key");
    }

    private static List<IncomingAlert> read(MappingForm form, String body) {
        return Reading.of(form).read(new GenericFormat(), payload(body));
    }

    private static Payload payload(String body) {
        return new Payload(body.getBytes(StandardCharsets.UTF_8), Instant.parse("2026-02-01T00:00:00Z"));
    }

    private static MappingForm form(String field, String value) {
        return new MappingForm(is(field, "alerts", value), is(field, "title", value), is(field, "description", value), "", is(field, "severities", value), "", is(field, "states", value),
                "", "", "", "", "", is(field, "labels", value), is(field, "key", value));
    }

    private static String is(String field, String name, String value) {
        return field.equals(name) ? value : "";
    }

    private static void assertRefused(MappingForm form, String body, String reason) {
        assertThatThrownBy(() -> read(form, body)).isInstanceOf(Unreadable.class).hasMessageContaining(reason);
    }

    private static void assertInvalid(String field, String value) {
        assertThatThrownBy(() -> Reading.of(form(field, value))).as(value).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.field()).isEqualTo(field));
    }
}
