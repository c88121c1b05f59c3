package com.srecopilot.incident.work;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.IncidentDetails;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** Tags: short words that people find incidents by. */
@Controller
@Needs("incidents:write")
class TagController {

    private static final int LONGEST = 40;

    private final IncidentDetails details;
    private final IncidentReply reply;

    TagController(IncidentDetails details, IncidentReply reply) {
        this.details = details;
        this.reply = reply;
    }

    @PostMapping("/incidents/{number}/tags")
    ModelAndView tag(@PathVariable IncidentNumber number, @RequestParam String tag, HttpServletRequest request) {
        String word = tag.strip().toLowerCase();
        if (word.isEmpty() || word.length() > LONGEST) {
            throw new Invalid("tag", "has 1 to 40 characters");
        }
        return reply.to(number, "tagged " + word, () -> details.tag(number.value(), word), request);
    }

    @DeleteMapping("/incidents/{number}/tags")
    ModelAndView untag(@PathVariable IncidentNumber number, @RequestParam String tag, HttpServletRequest request) {
        return reply.to(number, "no longer tagged " + tag, () -> details.untag(number.value(), tag), request);
    }
}
