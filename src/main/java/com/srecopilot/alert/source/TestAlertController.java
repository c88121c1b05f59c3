package com.srecopilot.alert.source;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.srecopilot.alert.Intake;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.NotFound;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Needs;

/** A test alert goes the way of every other: through the intake, into an incident. */
@Controller
@RequestMapping("/settings/integrations/{id}/test-alert")
@Needs("integrations:write")
class TestAlertController {

    private static final String BODY = """
            {"title":"Test alert","description":"Sent from the integration's page. It may be resolved there.","severity":"low","status":"%s","dedup_key":"test-alert"}""";

    private final IngestKeys keys;
    private final Intake intake;

    TestAlertController(IngestKeys keys, Intake intake) {
        this.keys = keys;
        this.intake = intake;
    }

    @PostMapping
    ModelAndView fire(@PathVariable UUID id, RedirectAttributes next) {
        return send(id, "firing", next);
    }

    @DeleteMapping
    ModelAndView resolve(@PathVariable UUID id, RedirectAttributes next) {
        return send(id, "resolved", next);
    }

    private ModelAndView send(UUID id, String status, RedirectAttributes next) {
        IngestKeys.Listed key = keys.get(id);
        if (key.revokedAt() != null) {
            throw new NotFound("Ingest key " + id);
        }
        intake.accept(new IngestKey(Actor.current().tenant(), id, key.name()), "generic", BODY.formatted(status).getBytes(StandardCharsets.UTF_8));
        next.addFlashAttribute("tested", status);
        return new ModelAndView("redirect:/settings/integrations/" + id, HttpStatus.SEE_OTHER);
    }
}
