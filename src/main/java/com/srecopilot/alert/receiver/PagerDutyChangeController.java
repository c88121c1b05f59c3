package com.srecopilot.alert.receiver;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.alert.Intake;
import com.srecopilot.alert.format.CleanText;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Unreadable;
import com.srecopilot.catalog.ChangeForm;
import com.srecopilot.catalog.Changes;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.tenancy.Anyone;

/** PagerDuty's change events become changes of our services. */
@RestController
@Anyone
class PagerDutyChangeController {

    private final IngestKeys keys;
    private final Changes changes;
    private final Reception reception;

    PagerDutyChangeController(IngestKeys keys, Changes changes, Reception reception) {
        this.keys = keys;
        this.changes = changes;
        this.reception = reception;
    }

    @PostMapping({"/v2/change/enqueue", "/pagerduty/v2/change/enqueue"})
    ResponseEntity<Object> enqueue(HttpServletRequest request) throws IOException {
        return reception.guarded(() -> take(IngestBody.wire(request), request), PagerDutyEvent::refusal);
    }

    private ResponseEntity<Object> take(byte[] wire, HttpServletRequest request) throws IOException {
        var event = new JsonField(Reception.object(IngestBody.inflated(wire, request)), "");
        IngestKey source = keys.resolve(event.first("routing_key")).orElseThrow(() -> new Unreadable("routing_key", "'routing_key' is invalid"));
        reception.admit(source, "pagerduty", wire, request);
        return take(source, event);
    }

    private ResponseEntity<Object> take(IngestKey source, JsonField event) {
        String summary = event.first("payload.summary");
        if (summary.isBlank()) {
            throw new Unreadable("payload.summary", "'payload.summary' is missing or blank");
        }
        String service = Stream.of(event.first("payload.custom_details.service"), event.first("payload.source"), source.name())
                .filter(name -> !name.isBlank()).findFirst().orElseThrow();
        var change = new ChangeForm(CleanText.cut(CleanText.line(service), 200), "deployment", "", "", CleanText.cut(CleanText.of(summary), 2000), link(event),
                EventTime.loosely(event.first("payload.timestamp")));
        Reception.asked(source, () -> changes.record(change));
        return Reception.answer(HttpStatus.ACCEPTED, Intake.unstored(), Map.of("status", "success", "message", "Change event processed"));
    }

    private static String link(JsonField event) {
        JsonField links = event.at("links");
        return !links.present() || !links.node().isArray() ? "" : links.items().stream().map(link -> link.object().first("href"))
                .filter(href -> href.matches("https?://[^\\s\"<>]{1,900}")).findFirst().orElse("");
    }
}
