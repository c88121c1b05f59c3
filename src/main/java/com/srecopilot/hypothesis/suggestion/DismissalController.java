package com.srecopilot.hypothesis.suggestion;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import com.srecopilot.identity.NotFound;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** {@code POST}: not what was suggested. */
@Controller
@Needs("incidents:write")
class DismissalController {

    private final Suggestions suggestions;
    private final Incidents incidents;

    DismissalController(Suggestions suggestions, Incidents incidents) {
        this.suggestions = suggestions;
        this.incidents = incidents;
    }

    @PostMapping("/incidents/{number}/suggestions/{aspect}/dismissal")
    ModelAndView dismiss(@PathVariable IncidentNumber number, @PathVariable String aspect, HttpServletRequest request) {
        suggestions.dismiss(number.value(), Aspect.of(aspect).orElseThrow(() -> new NotFound("A suggestion of this kind")));
        if (request.getHeader("HX-Request") != null) {
            return new ModelAndView("hypothesis/_suggestions", Map.of("panel", suggestions.of(incidents.get(number.value()))));
        }
        RedirectView there = new RedirectView(number.page());
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(there);
    }
}
