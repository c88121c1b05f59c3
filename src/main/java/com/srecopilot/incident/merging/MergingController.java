package com.srecopilot.incident.merging;

import java.util.Set;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.alert.Alerts;
import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** The two pages where people correct the grouping. Each says what will happen before it does. */
@Controller
@Needs("incidents:write")
@RequestMapping("/incidents/{number}")
class MergingController {

    private final IncidentMerging merging;
    private final Incidents incidents;
    private final Alerts alerts;

    MergingController(IncidentMerging merging, Incidents incidents, Alerts alerts) {
        this.merging = merging;
        this.incidents = incidents;
        this.alerts = alerts;
    }

    @GetMapping("/merger")
    ModelAndView merger(@PathVariable IncidentNumber number) {
        return new ModelAndView("incident/merging/merge").addObject("incident", incidents.get(number.value())).addObject("form", new MergeForm("", ""));
    }

    @PostMapping("/merger")
    ModelAndView merge(@PathVariable IncidentNumber number, @Valid @ModelAttribute("form") MergeForm form, BindingResult errors) {
        if (!errors.hasErrors()) {
            try {
                merging.merge(number.value(), form.target(), form.reason().strip());
                return new ModelAndView("redirect:/incidents/" + form.target());
            } catch (Invalid refused) {
                refused.rejectIn(errors);
            }
        }
        return new ModelAndView("incident/merging/merge", HttpStatus.UNPROCESSABLE_ENTITY).addObject("incident", incidents.get(number.value()));
    }

    @GetMapping("/split")
    ModelAndView split(@PathVariable IncidentNumber number, @RequestParam(required = false) String cursor) {
        return page(number, cursor, HttpStatus.OK).addObject("form", new SplitForm(Set.of(), "", ""));
    }

    @PostMapping("/split")
    ModelAndView split(@PathVariable IncidentNumber number, @Valid @ModelAttribute("form") SplitForm form, BindingResult errors) {
        if (!errors.hasErrors()) {
            try {
                return new ModelAndView("redirect:/incidents/" + merging.split(number.value(), form.alert(), form.title().strip(), form.reason().strip()).number());
            } catch (Invalid refused) {
                refused.rejectIn(errors);
            }
        }
        return page(number, null, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView page(IncidentNumber number, String cursor, HttpStatus status) {
        var incident = incidents.get(number.value());
        return new ModelAndView("incident/merging/split", status).addObject("incident", incident).addObject("found", alerts.ofIncident(incident.reference(), cursor, 100));
    }
}
