package com.srecopilot.alert.receiver;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.identity.IngestKeys;
import com.srecopilot.tenancy.Anyone;

/** The handshake of CloudEvents' webhooks: whoever knows a key may send. */
@RestController
@Anyone
class HandshakeController {

    private final IngestKeys keys;

    HandshakeController(IngestKeys keys) {
        this.keys = keys;
    }

    @RequestMapping(path = "/ingest/{key}/cloudevents", method = RequestMethod.OPTIONS)
    ResponseEntity<Object> handshake(@PathVariable String key, @RequestHeader(name = "WebHook-Request-Origin", required = false) String origin) {
        if (keys.resolve(key).isEmpty()) {
            return IntakeAnswer.unknownKey();
        }
        var answer = ResponseEntity.ok().header("Allow", "POST");
        return origin == null ? answer.build() : answer.header("WebHook-Allowed-Origin", origin).header("WebHook-Allowed-Rate", "*").build();
    }
}
