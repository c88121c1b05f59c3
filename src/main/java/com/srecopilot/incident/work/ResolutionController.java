package com.srecopilot.incident.work;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.tenancy.Needs;

/** {@code POST} resolves, {@code DELETE} reopens. */
@Controller
@Needs("incidents:write")
class ResolutionController {

    private final IncidentService incidents;
    private final IncidentReply reply;

    ResolutionController(IncidentService incidents, IncidentReply reply) {
        this.incidents = incidents;
        this.reply = reply;
    }

    @PostMapping("/incidents/{number}/resolution")
    ModelAndView resolve(@PathVariable IncidentNumber number, @RequestParam(required = false) String note, HttpServletRequest request) {
        String words = Note.of(note);
        return reply.to(number, "resolved", () -> incidents.resolve(number.value(), words), request);
    }

    @DeleteMapping("/incidents/{number}/resolution")
    ModelAndView reopen(@PathVariable IncidentNumber number, @RequestParam(required = false) String note, HttpServletRequest request) {
        String words = Note.of(note);
        return reply.to(number, "reopened", () -> incidents.reopen(number.value(), words), request);
    }
}
