package com.srecopilot.alert.receiver;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.alert.Intake;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.tenancy.Anyone;

/** Where senders post. A 2xx is out only when everything is committed; what can't be stored now is asked for again. */
@RestController
@Anyone
class IntakeController {

    private final IngestKeys keys;
    private final Intake intake;
    private final Reception reception;

    IntakeController(IngestKeys keys, Intake intake, Reception reception) {
        this.keys = keys;
        this.intake = intake;
        this.reception = reception;
    }

    @RequestMapping(path = "/ingest/{key}/{format}", method = {RequestMethod.POST, RequestMethod.PUT})
    ResponseEntity<Object> take(@PathVariable String key, @PathVariable String format, HttpServletRequest request) throws IOException {
        return answer(key, format, HttpStatus.ACCEPTED, request);
    }

    /** Prometheus takes us for an Alertmanager. */
    @PostMapping("/ingest/{key}/api/v2/alerts")
    ResponseEntity<Object> takeFromPrometheus(@PathVariable String key, HttpServletRequest request) throws IOException {
        return answer(key, "alertmanager-api", HttpStatus.OK, request);
    }

    /** The handshake of CloudEvents' webhooks: whoever knows a key may send. */
    @RequestMapping(path = "/ingest/{key}/cloudevents", method = RequestMethod.OPTIONS)
    ResponseEntity<Object> handshake(@PathVariable String key, @RequestHeader(name = "WebHook-Request-Origin", required = false) String origin) {
        if (keys.resolve(key).isEmpty()) {
            return unknown();
        }
        var answer = ResponseEntity.ok().header("Allow", "POST");
        return origin == null ? answer.build() : answer.header("WebHook-Allowed-Origin", origin).header("WebHook-Allowed-Rate", "*").build();
    }

    private ResponseEntity<Object> answer(String key, String format, HttpStatus accepted, HttpServletRequest request) throws IOException {
        return reception.guarded(() -> {
            IngestKey source = keys.resolve(key).orElse(null);
            if (source == null) {
                return unknown();
            }
            if (!intake.formats().contains(format)) {
                return IntakeAnswer.problem(HttpStatus.NOT_FOUND, "No such format", "There are " + String.join(", ", intake.formats()) + ".");
            }
            Reception.Taken taken = reception.take(source, format, request);
            return taken.tooLarge() ? IntakeAnswer.tooLarge(taken.answer().receipt()) : IntakeAnswer.of(taken.answer(), accepted);
        }, (status, reason) -> Map.of());
    }

    private static ResponseEntity<Object> unknown() {
        return IntakeAnswer.problem(HttpStatus.UNAUTHORIZED, "Nobody has this ingest key", "It may be mistyped or revoked.");
    }
}
