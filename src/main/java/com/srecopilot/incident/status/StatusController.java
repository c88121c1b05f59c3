package com.srecopilot.incident.status;

import java.time.Clock;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** All status updates of an incident, and posting another one. */
@Controller
@RequestMapping("/incidents/{number}/status-updates")
class StatusController {

    private static final int PAGE = 30;

    private final StatusUpdates updates;
    private final StatusPanel panel;
    private final Incidents incidents;
    private final Clock clock;

    StatusController(StatusUpdates updates, StatusPanel panel, Incidents incidents, Clock clock) {
        this.updates = updates;
        this.panel = panel;
        this.incidents = incidents;
        this.clock = clock;
    }

    @GetMapping
    @Needs("incidents:read")
    ModelAndView list(@PathVariable IncidentNumber number, @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "") String text) {
        return new ModelAndView("incident/status/list", model(number.value(), cursor, StatusForm.of(text), null));
    }

    @PostMapping
    @Needs("incidents:write")
    ModelAndView post(@PathVariable IncidentNumber number, StatusForm form, @RequestHeader(name = "HX-Request", required = false) String htmx) {
        String view = htmx == null ? "incident/status/list" : "incident/status/_posted";
        try {
            updates.post(number.value(), form.state(), form.text(), form.nextAfter(clock.instant()));
        } catch (Invalid refused) {
            return new ModelAndView(view, model(number.value(), null, form, StatusForm.sentence(refused)), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return htmx == null ? new ModelAndView("redirect:" + number.page()) : new ModelAndView(view, model(number.value(), null, StatusForm.EMPTY, null));
    }

    private Map<String, Object> model(int number, String cursor, StatusForm typed, String problem) {
        return Map.of("incident", incidents.get(number), "found", updates.of(number, cursor, PAGE), "panel", panel.of(number, typed, problem));
    }
}
