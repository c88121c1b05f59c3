package com.srecopilot.alert.receiver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

import com.srecopilot.alert.Intake;
import com.srecopilot.alert.list.Acknowledgements;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.tenancy.Anyone;

/** Takes what is meant for Splunk On-Call's REST endpoint, with the ingest key as its API key; any routing key will do. */
@RestController
@Anyone
class SplunkOnCallController {

    private static final String PATH = "/integrations/generic/20131114/alert/{key}";
    private static final String FORMAT = "splunk-on-call";

    private final IngestKeys keys;
    private final Intake intake;
    private final Acknowledgements acknowledgements;
    private final Reception reception;

    SplunkOnCallController(IngestKeys keys, Intake intake, Acknowledgements acknowledgements, Reception reception) {
        this.keys = keys;
        this.intake = intake;
        this.acknowledgements = acknowledgements;
        this.reception = reception;
    }

    @PostMapping({PATH, PATH + "/{routing}"})
    ResponseEntity<Object> take(@PathVariable String key, HttpServletRequest request) throws IOException {
        return reception.guarded(() -> {
            IngestKey source = keys.resolve(key).orElse(null);
            return source == null ? Reception.answer(HttpStatus.UNAUTHORIZED, Intake.unstored(), refusal(HttpStatus.UNAUTHORIZED, "Invalid API key"))
                    : take(source, reception.object(source, FORMAT, request));
        }, SplunkOnCallController::refusal);
    }

    private ResponseEntity<Object> take(IngestKey source, ObjectNode message) {
        if (!message.hasNonNull("entity_id")) {
            message.put("entity_id", UUID.randomUUID().toString());
        }
        String entity = PagerDutyEvent.text(message, "entity_id");
        Intake.Answer answer = intake.accept(source, FORMAT, message.toString().getBytes(StandardCharsets.UTF_8));
        if (answer.refusal() != null) {
            return Reception.answer(HttpStatus.BAD_REQUEST, answer.receipt(), refusal(HttpStatus.BAD_REQUEST, answer.refusal().getMessage()));
        }
        if (PagerDutyEvent.text(message, "message_type").toUpperCase(Locale.ROOT).startsWith("ACK")) {
            Reception.as(source, () -> acknowledgements.give(source.id(), entity));
        }
        return Reception.answer(HttpStatus.OK, answer.receipt(), Map.of("result", "success", "entity_id", entity));
    }

    private static Map<String, Object> refusal(HttpStatus status, String reason) {
        return Map.of("result", "failure", "message", reason);
    }
}
