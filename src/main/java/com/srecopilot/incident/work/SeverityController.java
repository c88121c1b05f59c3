package com.srecopilot.incident.work;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.IncidentDetails;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Severity;
import com.srecopilot.tenancy.Needs;

/** {@code POST} says how bad it really is. */
@Controller
@Needs("incidents:write")
class SeverityController {

    private final IncidentDetails details;
    private final IncidentReply reply;

    SeverityController(IncidentDetails details, IncidentReply reply) {
        this.details = details;
        this.reply = reply;
    }

    @PostMapping("/incidents/{number}/severity")
    ModelAndView rate(@PathVariable IncidentNumber number, @RequestParam String severity,
            @RequestParam(required = false) String note, HttpServletRequest request) {
        Severity rated = Severity.of(severity)
                .orElseThrow(() -> new Invalid("severity", "is critical, high, medium or low"));
        String words = Note.of(note);
        if (words == null) {
            throw new Invalid("note", "says why: readers of the timeline will ask");
        }
        return reply.to(number, "is now " + rated.word(), () -> details.rate(number.value(), rated, words), request);
    }
}
