package com.srecopilot.incident.work;

import jakarta.validation.Valid;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.identity.Stale;
import com.srecopilot.incident.IncidentDetails;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** Title, description and service. Who comes second sees what the first one wrote, and keeps their own text. */
@Controller
@Needs("incidents:write")
class EditController {

    private static final int LATEST = 5;

    private final IncidentDetails details;
    private final Incidents incidents;
    private final IncidentTimeline timeline;
    private final Catalog catalog;

    EditController(IncidentDetails details, Incidents incidents, IncidentTimeline timeline, Catalog catalog) {
        this.details = details;
        this.incidents = incidents;
        this.timeline = timeline;
        this.catalog = catalog;
    }

    @GetMapping("/incidents/{number}/edit")
    String form(@PathVariable IncidentNumber number, Model model) {
        IncidentView incident = incidents.get(number.value());
        model.addAttribute("incident", incident);
        model.addAttribute("form", IncidentForm.of(incident));
        model.addAttribute("services", catalog.all());
        return "incident/edit";
    }

    @PostMapping("/incidents/{number}/edit")
    ModelAndView save(@PathVariable IncidentNumber number, @Valid @ModelAttribute("form") IncidentForm form, BindingResult errors) {
        form.check(catalog, errors);
        if (errors.hasErrors()) {
            return again(number, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            int version = form.version() == null ? -1 : form.version();
            details.edit(number.value(), version, form.title().strip(), form.description().strip(), form.service() == null ? "" : form.service());
            return new ModelAndView("redirect:" + number.page());
        } catch (Stale | OptimisticLockingFailureException conflict) {
            return again(number, HttpStatus.CONFLICT).addObject("latest", timeline.of(number.value(), "", null, LATEST).items());
        }
    }

    private ModelAndView again(IncidentNumber number, HttpStatus status) {
        return new ModelAndView("incident/edit", status).addObject("incident", incidents.get(number.value()))
                .addObject("services", catalog.all());
    }
}
