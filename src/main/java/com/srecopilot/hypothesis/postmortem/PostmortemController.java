package com.srecopilot.hypothesis.postmortem;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import com.srecopilot.hypothesis.Hypotheses;
import com.srecopilot.identity.BaseUrl;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** The text that the page's button copies; without scripts it is shown. */
@Controller
@Needs("hypotheses:read")
class PostmortemController {

    private final Hypotheses hypotheses;
    private final Incidents incidents;
    private final BaseUrl base;

    PostmortemController(Hypotheses hypotheses, Incidents incidents, BaseUrl base) {
        this.hypotheses = hypotheses;
        this.incidents = incidents;
        this.base = base;
    }

    @GetMapping("/incidents/{number}/hypotheses/{id}/postmortem")
    ResponseEntity<String> show(@PathVariable IncidentNumber number, @PathVariable UUID id) {
        String text = CauseMarkdown.of(incidents.get(number.value()), hypotheses.get(number.value(), id), base.of(""));
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(text);
    }
}
