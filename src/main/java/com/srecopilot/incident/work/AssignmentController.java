package com.srecopilot.incident.work;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.People;
import com.srecopilot.identity.Person;
import com.srecopilot.incident.IncidentDetails;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Needs;

/** {@code POST} gives it to somebody, by default to oneself; {@code DELETE} gives it back. */
@Controller
@Needs("incidents:write")
class AssignmentController {

    private final IncidentDetails details;
    private final People people;
    private final IncidentReply reply;

    AssignmentController(IncidentDetails details, People people, IncidentReply reply) {
        this.details = details;
        this.people = people;
        this.reply = reply;
    }

    @PostMapping("/incidents/{number}/assignment")
    ModelAndView assign(@PathVariable IncidentNumber number, @RequestParam(required = false) UUID person, HttpServletRequest request) {
        UUID assignee = request.getParameter("person") == null ? Actor.current().id() : known(person);
        return reply.to(number, "assigned to " + people.named(assignee).name(), () -> details.assign(number.value(), assignee), request);
    }

    private UUID known(UUID person) {
        return Optional.ofNullable(person).flatMap(people::find).filter(Person::active).orElseThrow(() -> new Invalid("person", "is to be chosen: somebody active of your organisation")).id();
    }

    @DeleteMapping("/incidents/{number}/assignment")
    ModelAndView release(@PathVariable IncidentNumber number, HttpServletRequest request) {
        return reply.to(number, "given back", () -> details.assign(number.value(), null), request);
    }
}
