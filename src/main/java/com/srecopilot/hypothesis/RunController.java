package com.srecopilot.hypothesis;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** Has the engine look again. */
@Controller
@Needs("hypotheses:write")
class RunController {

    private final Hypotheses hypotheses;

    RunController(Hypotheses hypotheses) {
        this.hypotheses = hypotheses;
    }

    @PostMapping("/incidents/{number}/hypotheses")
    ModelAndView run(@PathVariable IncidentNumber number, HttpServletRequest request) {
        hypotheses.generate(number.value());
        if (request.getHeader("HX-Request") != null) {
            return new ModelAndView("hypothesis/_panel", Map.of("panel", hypotheses.of(number.value())));
        }
        RedirectView there = new RedirectView("/incidents/" + number.value() + "#causes");
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(there);
    }
}
