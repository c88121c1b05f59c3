package com.srecopilot.catalog.page;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.ServiceView;
import com.srecopilot.catalog.Services;
import com.srecopilot.identity.Invalid;
import com.srecopilot.tenancy.Needs;

/** Describing a service by hand, a new one or a known one. */
@Controller
@Needs("services:write")
class ServiceEditController {

    private final Services services;
    private final ServiceEditing editing;

    ServiceEditController(Services services, ServiceEditing editing) {
        this.services = services;
        this.editing = editing;
    }

    @GetMapping("/services/new")
    String blank(Model model) {
        model.addAttribute("form", ServiceEdit.empty());
        return "catalog/edit";
    }

    @PostMapping("/services")
    String create(@Valid @ModelAttribute("form") ServiceEdit form, BindingResult errors, HttpServletResponse response) {
        if (!errors.hasErrors()) {
            save(form.name(), form, errors);
        }
        return answer(form.name(), errors, response);
    }

    @GetMapping("/services/{name}/edit")
    String edit(@PathVariable String name, Model model) {
        model.addAttribute("service", services.get(name));
        model.addAttribute("form", ServiceEdit.of(services.get(name)));
        return "catalog/edit";
    }

    @PostMapping("/services/{name}")
    String change(@PathVariable String name, @Valid @ModelAttribute("form") ServiceEdit form, BindingResult errors, Model model,
            HttpServletResponse response) {
        ServiceDetail service = services.get(name);
        model.addAttribute("service", service);
        if (!errors.hasErrors()) {
            save(service.name(), form, errors);
        }
        return answer(service.name(), errors, response);
    }

    private void save(String name, ServiceEdit form, BindingResult errors) {
        try {
            editing.save(name, form);
        } catch (Invalid e) {
            e.rejectIn(errors);
        }
    }

    private static String answer(String name, BindingResult errors, HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return "catalog/edit";
        }
        return "redirect:" + ServiceView.path(name);
    }
}
