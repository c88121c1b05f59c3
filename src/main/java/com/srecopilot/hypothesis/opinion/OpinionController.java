package com.srecopilot.hypothesis.opinion;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** {@code POST} asks the language model. */
@Controller
@Needs("hypotheses:write")
class OpinionController {

    private final Opinions opinions;
    private final Incidents incidents;

    OpinionController(Opinions opinions, Incidents incidents) {
        this.opinions = opinions;
        this.incidents = incidents;
    }

    @PostMapping("/incidents/{number}/opinion")
    ModelAndView ask(@PathVariable IncidentNumber number, HttpServletRequest request) {
        opinions.ask(number.value());
        if (request.getHeader("HX-Request") != null) {
            return new ModelAndView("hypothesis/_opinion", Map.of("panel", opinions.of(incidents.get(number.value()))));
        }
        RedirectView there = new RedirectView(number.page() + "#model-opinion");
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(there);
    }
}
