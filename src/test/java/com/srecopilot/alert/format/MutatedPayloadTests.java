package com.srecopilot.alert.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every real payload with each of its values taken away or replaced, in every format: read, or refused with a reason; nothing else is thrown. */
class MutatedPayloadTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> VALUES = List.of("null", "7", "-1e300", "true", "\"\"", "\"\\u0000\\ud800x\"", "[]", "{}", "[[[]]]",
            "{\"a\":{\"b\":[1,{\"c\":null}]}}", "\"" + "x".repeat(70_000) + "\"", "\"9999999999999999999\"", "\"{\\\"AlarmName\\\":[]}\"");

    @TestFactory
    Stream<DynamicTest> eachSample() {
        return Stream.of("generic", "alertmanager", "grafana", "cloudwatch-sns", "datadog", "gcp", "sentry").flatMap(SharedPayloads::expected)
                .map(sample -> DynamicTest.dynamicTest(sample.get("file").stringValue(), () -> mutate(sample)));
    }

    private static void mutate(JsonNode sample) throws IOException {
        String name = sample.get("format").stringValue().replace("cloudwatch-sns", "sns");
        AlertFormat own = Formats.named(name);
        byte[] original = SharedPayloads.payload(sample).body();
        Formats.all().forEach(format -> read(format, original));
        int places = places(JSON.readTree(original)).size();
        for (int place = 0; place < places; place++) {
            for (int value = -1; value < VALUES.size(); value++) {
                JsonNode root = JSON.readTree(original);
                places(root).get(place).accept(value < 0 ? null : JSON.readTree(VALUES.get(value)));
                read(own, JSON.writeValueAsBytes(root));
            }
        }
    }

    private static void read(AlertFormat format, byte[] body) {
        try {
            assertThat(format.read(new Payload(body, SharedPayloads.NOW))).allSatisfy(alert -> {
                assertThat(alert.title()).isNotBlank().hasSizeLessThanOrEqualTo(300);
                assertThat(alert.dedupKey()).isNotBlank().hasSizeLessThanOrEqualTo(512);
            });
        } catch (Unreadable refusal) {
            assertThat(refusal.getMessage()).isNotBlank();
        }
    }

    /** How to change each value in the tree; null takes it away. */
    private static List<java.util.function.Consumer<JsonNode>> places(JsonNode node) {
        var places = new ArrayList<java.util.function.Consumer<JsonNode>>();
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                places.add(value -> {
                    if (value == null) {
                        object.remove(name);
                    } else {
                        object.set(name, value);
                    }
                });
                places.addAll(places(object.get(name)));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(value -> {
                    if (value == null) {
                        array.remove(index);
                    } else {
                        array.set(index, value);
                    }
                });
                places.addAll(places(array.get(i)));
            }
        }
        return places;
    }
}
