package com.srecopilot.alert.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What senders really post reads as the data set expects. */
class RealPayloadTests {

    @BeforeEach
    void onlyWhereTheDataIs() {
        assumeTrue(Files.isDirectory(SharedPayloads.folder()), "no ../shared here");
    }

    @TestFactory
    Stream<DynamicTest> alertmanager() {
        return tests(new AlertmanagerFormat());
    }

    @TestFactory
    Stream<DynamicTest> generic() {
        return tests(new GenericFormat());
    }

    @TestFactory
    Stream<DynamicTest> everyOtherSender() {
        return Formats.all().stream().filter(format -> !List.of("alertmanager", "generic").contains(format.name())).flatMap(RealPayloadTests::tests);
    }

    @Test
    void aResolvedMessageHasTheKeyAndStartOfItsFiring() throws IOException {
        for (JsonNode expected : SharedPayloads.expected("alertmanager").filter(each -> each.get("file").stringValue().endsWith("_resolved.json")).toList()) {
            IncomingAlert over = new AlertmanagerFormat().read(SharedPayloads.payload(expected)).get(0);
            var firing = new Payload(Files.readAllBytes(SharedPayloads.folder().resolve(expected.get("file").stringValue().replace("_resolved", ""))), SharedPayloads.NOW);
            IncomingAlert fired = new AlertmanagerFormat().read(firing).get(0);
            assertThat(over).extracting(IncomingAlert::dedupKey, IncomingAlert::startsAt).containsExactly(fired.dedupKey(), fired.startsAt());
            assertThat(over.endsAt()).isAfter(fired.startsAt());
        }
    }

    private static Stream<DynamicTest> tests(AlertFormat format) {
        return SharedPayloads.expected(format.name().equals("sns") ? "cloudwatch-sns" : format.name()).map(expected -> DynamicTest.dynamicTest(expected.get("file").stringValue(), () -> check(format, expected)));
    }

    private static void check(AlertFormat format, JsonNode expected) throws IOException {
        List<IncomingAlert> alerts = format.read(SharedPayloads.payload(expected));
        assertThat(alerts).hasSize(expected.get("alerts").intValue());
        IncomingAlert alert = alerts.get(0);
        if (!expected.get("title").isNull()) {
            String said = (alert.title() + " " + alert.description()).toLowerCase(Locale.ROOT);
            assertThat(texts(expected.get("title")).map(each -> each.toLowerCase(Locale.ROOT))).anyMatch(said::contains);
        }
        if (!expected.get("severity").isNull()) {
            String theirs = switch (alert.severity()) {
                case "high" -> "error";
                case "medium" -> "warning";
                case "low" -> "info";
                default -> "critical";
            };
            assertThat(texts(expected.get("severity"))).contains(theirs);
        }
        if (!expected.get("status").isNull()) {
            assertThat(alert.resolved() ? "resolved" : "firing").isEqualTo(expected.get("status").stringValue());
        }
        if (!expected.get("service").isNull()) {
            assertThat(texts(expected.get("service"))).contains(alert.service());
        }
    }

    private static Stream<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue);
    }
}
