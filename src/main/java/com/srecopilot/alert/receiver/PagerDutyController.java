package com.srecopilot.alert.receiver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

import com.srecopilot.alert.Intake;
import com.srecopilot.alert.format.Unreadable;
import com.srecopilot.alert.list.Acknowledgements;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.tenancy.Anyone;

/** Takes what is meant for PagerDuty's Events API v2, with the ingest key as its routing key, and answers as PagerDuty does. */
@RestController
@Anyone
class PagerDutyController {

    private final IngestKeys keys;
    private final Intake intake;
    private final Acknowledgements acknowledgements;
    private final Reception reception;

    PagerDutyController(IngestKeys keys, Intake intake, Acknowledgements acknowledgements, Reception reception) {
        this.keys = keys;
        this.intake = intake;
        this.acknowledgements = acknowledgements;
        this.reception = reception;
    }

    @PostMapping({"/v2/enqueue", "/pagerduty/v2/enqueue"})
    ResponseEntity<Object> enqueue(HttpServletRequest request) throws IOException {
        return reception.guarded(() -> take(IngestBody.wire(request), request), PagerDutyEvent::refusal);
    }

    private ResponseEntity<Object> take(byte[] wire, HttpServletRequest request) throws IOException {
        ObjectNode event = Reception.object(IngestBody.inflated(wire, request));
        String header = request.getHeader("X-Routing-Key");
        String routing = header == null ? PagerDutyEvent.text(event, "routing_key") : header;
        IngestKey source = keys.resolve(routing).orElseThrow(() -> new Unreadable("routing_key", "'routing_key' is invalid"));
        reception.admit(source, "pagerduty", wire, request);
        return take(source, event);
    }

    private ResponseEntity<Object> take(IngestKey source, ObjectNode event) {
        event.remove("routing_key");
        List<String> errors = PagerDutyEvent.errors(event);
        if (errors.isEmpty() && PagerDutyEvent.text(event, "dedup_key").isEmpty()) {
            event.put("dedup_key", UUID.randomUUID().toString().replace("-", ""));
        }
        byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
        Intake.Answer answer = errors.isEmpty() ? intake.accept(source, "pagerduty", body)
                : intake.refuse(source, "pagerduty", body, new Unreadable("", String.join("; ", errors)));
        if (answer.refusal() != null) {
            return Reception.answer(HttpStatus.BAD_REQUEST, answer.receipt(), PagerDutyEvent.refusal(HttpStatus.BAD_REQUEST, answer.refusal().getMessage()));
        }
        return accepted(source, answer, PagerDutyEvent.text(event, "event_action"), PagerDutyEvent.text(event, "dedup_key"));
    }

    private ResponseEntity<Object> accepted(IngestKey source, Intake.Answer answer, String action, String key) {
        if (action.equals("acknowledge")) {
            Reception.as(source, () -> acknowledgements.give(source.id(), key));
        }
        return Reception.answer(HttpStatus.ACCEPTED, answer.receipt(), Map.of("status", "success", "message", "Event processed", "dedup_key", key));
    }
}
