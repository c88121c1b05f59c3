package com.srecopilot.incident.tape;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** The tape by itself: of an incident that runs an open page asks for it now and then, since time and its measures go on without an event. */
@Controller
@Needs("incidents:read")
class TapeController {

    private final Incidents incidents;
    private final Tapes tapes;

    TapeController(Incidents incidents, Tapes tapes) {
        this.incidents = incidents;
        this.tapes = tapes;
    }

    @GetMapping("/incidents/{number}/tape")
    ModelAndView show(@PathVariable IncidentNumber number) {
        return new ModelAndView("incident/_tape", "panel", tapes.of(incidents.get(number.value())));
    }
}
