package com.srecopilot.incident.work;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.tenancy.Needs;

/** A person declares an incident. */
@Controller
@Needs("incidents:write")
class DeclarationController {

    private final IncidentService incidents;
    private final Catalog catalog;

    DeclarationController(IncidentService incidents, Catalog catalog) {
        this.incidents = incidents;
        this.catalog = catalog;
    }

    @GetMapping("/incidents/new")
    String form(@RequestParam(defaultValue = "") String service, Model model) {
        model.addAttribute("form", IncidentForm.empty(service));
        model.addAttribute("services", catalog.all());
        return "incident/new";
    }

    @PostMapping("/incidents")
    ModelAndView declare(@Valid @ModelAttribute("form") IncidentForm form, BindingResult errors) {
        form.check(catalog, errors);
        if (errors.hasErrors()) {
            var again = new ModelAndView("incident/new", HttpStatus.UNPROCESSABLE_ENTITY);
            return again.addObject("services", catalog.all());
        }
        return new ModelAndView("redirect:/incidents/" + incidents.open(form.draft()).number());
    }
}
