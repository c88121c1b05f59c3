package com.srecopilot.incident.work;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.tenancy.Needs;

/** {@code POST} starts the investigation. */
@Controller
@Needs("incidents:write")
class InvestigationController {

    private final IncidentService incidents;
    private final IncidentReply reply;

    InvestigationController(IncidentService incidents, IncidentReply reply) {
        this.incidents = incidents;
        this.reply = reply;
    }

    @PostMapping("/incidents/{number}/investigation")
    ModelAndView investigate(@PathVariable IncidentNumber number, @RequestParam(required = false) String note, HttpServletRequest request) {
        String words = Note.of(note);
        return reply.to(number, "is under investigation", () -> incidents.investigate(number.value(), words), request);
    }
}
