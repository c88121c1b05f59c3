package com.srecopilot.incident.evidence;

import java.util.UUID;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** The evidence of an incident: all of it, one piece, adding, removing. */
@Controller
@RequestMapping("/incidents/{number}/evidence")
class EvidenceController {

    private final IncidentEvidence evidence;
    private final EvidenceIntake intake;
    private final EvidencePages pages;

    EvidenceController(IncidentEvidence evidence, EvidenceIntake intake, EvidencePages pages) {
        this.evidence = evidence;
        this.intake = intake;
        this.pages = pages;
    }

    @GetMapping
    @Needs("incidents:read")
    ModelAndView list(@PathVariable IncidentNumber number, @RequestParam(required = false) String cursor) {
        return new ModelAndView("incident/evidence/list", pages.list(number.value(), cursor, AddForm.empty(number.value())));
    }

    @GetMapping("/{id}")
    @Needs("incidents:read")
    ModelAndView show(@PathVariable IncidentNumber number, @PathVariable UUID id, @RequestParam(defaultValue = "0") int part) {
        int home = evidence.home(number.value(), id);
        return home != number.value() ? new ModelAndView("redirect:/incidents/" + home + "/evidence/" + id)
                : new ModelAndView("incident/evidence/show", pages.one(number.value(), id, part));
    }

    @PostMapping
    @Needs("incidents:write")
    ModelAndView add(@PathVariable IncidentNumber number, EvidenceForm form, @RequestHeader(name = "HX-Request", required = false) String htmx) {
        try {
            intake.take(number.value(), form);
        } catch (Invalid | DataAccessResourceFailureException refused) {
            String field = refused instanceof Invalid invalid ? invalid.field() : "file";
            var again = new AddForm(number.value(), form, field, refused instanceof Invalid ? refused.getMessage() : "was not kept: the store for files doesn't answer. Nothing was added; try again in a moment");
            String view = htmx == null ? "incident/evidence/list" : "incident/evidence/_added";
            return new ModelAndView(view, pages.list(number.value(), null, again), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return htmx == null ? new ModelAndView("redirect:" + number.page() + "#evidence")
                : new ModelAndView("incident/evidence/_added", pages.list(number.value(), null, AddForm.empty(number.value())));
    }

    @DeleteMapping("/{id}")
    @Needs("incidents:write")
    String remove(@PathVariable IncidentNumber number, @PathVariable UUID id) {
        evidence.remove(number.value(), id);
        return "redirect:" + number.page() + "#evidence";
    }
}
