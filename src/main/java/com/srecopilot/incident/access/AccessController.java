package com.srecopilot.incident.access;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** {@code POST /privacy} makes an incident private, {@code DELETE} opens it; {@code /readers} adds and removes people. */
@Controller
@Needs("incidents:write")
@RequestMapping("/incidents/{number}")
class AccessController {

    private final IncidentAccess access;
    private final Incidents incidents;

    AccessController(IncidentAccess access, Incidents incidents) {
        this.access = access;
        this.incidents = incidents;
    }

    @PostMapping("/privacy")
    String restrict(@PathVariable IncidentNumber number) {
        access.restrict(number.value());
        return page(number);
    }

    @DeleteMapping("/privacy")
    String open(@PathVariable IncidentNumber number) {
        access.open(number.value());
        return page(number);
    }

    @PostMapping("/readers")
    String admit(@PathVariable IncidentNumber number, @RequestParam UUID person) {
        access.admit(number.value(), person);
        return page(number);
    }

    /** Who removes themself has no page to return to. */
    @DeleteMapping("/readers/{person}")
    String dismiss(@PathVariable IncidentNumber number, @PathVariable UUID person) {
        access.dismiss(number.value(), person);
        return incidents.find(number.value()).isPresent() ? page(number) : "redirect:/incidents";
    }

    private static String page(IncidentNumber number) {
        return "redirect:" + number.page() + "#incident-access";
    }
}
