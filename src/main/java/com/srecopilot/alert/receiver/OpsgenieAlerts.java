package com.srecopilot.alert.receiver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.srecopilot.alert.Intake;
import com.srecopilot.alert.format.Unreadable;
import com.srecopilot.alert.list.Acknowledgements;
import com.srecopilot.alert.receipt.ReceiptView;
import com.srecopilot.alert.receipt.Receipts;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;

/** What Opsgenie's verbs mean here. The alias is the dedup key; an alert without one gets its own. A request's id is its receipt. */
@Component
class OpsgenieAlerts {

    private static final String FORMAT = "opsgenie";
    private static final Map<String, String> ACTIONS = Map.of("close", "Close", "acknowledge", "Acknowledge", "notes", "AddNote");

    private final IngestKeys keys;
    private final Intake intake;
    private final Reception reception;
    private final Acknowledgements acknowledgements;
    private final Wording wording;
    private final Receipts receipts;

    OpsgenieAlerts(IngestKeys keys, Intake intake, Reception reception, Acknowledgements acknowledgements, Wording wording, Receipts receipts) {
        this.keys = keys;
        this.intake = intake;
        this.reception = reception;
        this.acknowledgements = acknowledgements;
        this.wording = wording;
        this.receipts = receipts;
    }

    ResponseEntity<Object> create(HttpServletRequest request) throws IOException {
        IngestKey source = source(request).orElse(null);
        if (source == null) {
            return unauthorized();
        }
        ObjectNode alert = reception.object(source, FORMAT, request);
        if (!alert.hasNonNull("alias") || alert.get("alias").isString() && alert.get("alias").stringValue().isBlank()) {
            alert.put("alias", UUID.randomUUID().toString());
        }
        return answer(intake.accept(source, FORMAT, bytes(alert)));
    }

    ResponseEntity<Object> act(String id, String identifierType, String verb, HttpServletRequest request) throws IOException {
        IngestKey source = source(request).orElse(null);
        if (source == null) {
            return unauthorized();
        }
        reception.body(source, FORMAT, request);
        String alias = alias(source, id, identifierType);
        Intake.Answer answer = intake.accept(source, FORMAT, said(ACTIONS.get(verb), alias));
        if (verb.equals("acknowledge")) {
            Reception.as(source, () -> acknowledgements.give(source.id(), alias));
        }
        return answer(answer);
    }

    ResponseEntity<Object> reword(String id, String identifierType, String field, HttpServletRequest request) throws IOException {
        IngestKey source = source(request).orElse(null);
        if (source == null) {
            return unauthorized();
        }
        String alias = alias(source, id, identifierType);
        String text = PagerDutyEvent.text(reception.object(source, FORMAT, request), field);
        if (text.isBlank()) {
            return answer(intake.refuse(source, FORMAT, said("Update " + field, alias), new Unreadable(field, field + " can not be empty")));
        }
        Intake.Answer answer = intake.accept(source, FORMAT, said("Update " + field, alias));
        Reception.as(source, () -> {
            if (field.equals("message")) {
                wording.title(source.id(), alias, text);
            } else {
                wording.description(source.id(), alias, text);
            }
        });
        return answer(answer);
    }

    ResponseEntity<Object> request(UUID id, HttpServletRequest request) {
        IngestKey source = source(request).orElse(null);
        if (source == null) {
            return unauthorized();
        }
        return Reception.asked(source, () -> receipts.find(id)).map(OpsgenieAlerts::done).orElseGet(() -> Reception.answer(HttpStatus.NOT_FOUND,
                Intake.unstored(), refusal(HttpStatus.NOT_FOUND, "Request not found. It might not be processed, yet.")));
    }

    static Map<String, Object> refusal(HttpStatus status, String reason) {
        return Map.of("message", reason, "took", 0.001, "requestId", UUID.randomUUID());
    }

    private static ResponseEntity<Object> done(ReceiptView receipt) {
        boolean accepted = receipt.status().equals("accepted");
        var data = new LinkedHashMap<String, Object>(Map.of("success", accepted, "isSuccess", accepted, "processedAt", receipt.receivedAt(),
                "status", accepted ? "Processed" : receipt.reason()));
        receipt.alerts().stream().findFirst().ifPresent(alert -> {
            data.put("alertId", alert.get("id"));
            data.put("alias", alert.get("dedup_key"));
        });
        return Reception.answer(HttpStatus.OK, receipt.receipt(), Map.of("data", data, "took", 0.001, "requestId", receipt.receipt()));
    }

    /** A body that can't be processed is 422 there. */
    private static ResponseEntity<Object> answer(Intake.Answer answer) {
        if (answer.refusal() != null) {
            String field = answer.refusal().field().isEmpty() ? "body" : answer.refusal().field();
            return Reception.answer(HttpStatus.UNPROCESSABLE_CONTENT, answer.receipt(), Map.of("message", "Request body is not processable. Please check the errors.",
                    "errors", Map.of(field, answer.refusal().getMessage()), "took", 0.001, "requestId", answer.receipt()));
        }
        return Reception.answer(HttpStatus.ACCEPTED, answer.receipt(), Map.of("result", "Request will be processed", "took", 0.001, "requestId", answer.receipt()));
    }

    private Optional<IngestKey> source(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header == null || !header.startsWith("GenieKey ") ? Optional.empty() : keys.resolve(header.substring(9).strip());
    }

    private String alias(IngestKey source, String id, String identifierType) {
        boolean ours = identifierType.equals("id") && id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        return ours ? Reception.asked(source, () -> wording.keyOf(source.id(), UUID.fromString(id))).orElse(id) : id;
    }

    private static byte[] said(String action, String alias) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("action", action);
        body.putObject("alert").put("alias", alias);
        return bytes(body);
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseEntity<Object> unauthorized() {
        return Reception.answer(HttpStatus.UNAUTHORIZED, Intake.unstored(), refusal(HttpStatus.UNAUTHORIZED, "Could not authenticate"));
    }
}
