package com.srecopilot.alert.silence;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.identity.Invalid;
import com.srecopilot.tenancy.Needs;

/** Silences, and maintenance windows: the same thing, planned. */
@Controller
class SilencesController {

    private static final int SHOWN = 100;

    private final Silences silences;

    SilencesController(Silences silences) {
        this.silences = silences;
    }

    @GetMapping({"/alerts/silences", "/settings/maintenance"})
    @Needs("alerts:read")
    String list(@RequestParam(required = false) String matchers, HttpServletRequest request, Model model) {
        model.addAttribute("form", SilenceForm.of(matchers));
        return page(request.getServletPath(), model);
    }

    @PostMapping({"/alerts/silences", "/settings/maintenance"})
    @Needs("alerts:write")
    String create(@Valid @ModelAttribute("form") SilenceForm form, BindingResult errors, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        String path = request.getServletPath();
        if (!errors.hasErrors()) {
            try {
                silences.create(kind(path), form);
                return "redirect:" + path;
            } catch (Invalid e) {
                errors.rejectValue(e.field(), "invalid", e.getMessage());
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(path, model);
    }

    @DeleteMapping({"/alerts/silences/{id}", "/settings/maintenance/{id}"})
    @Needs("alerts:write")
    String end(@PathVariable UUID id, HttpServletRequest request) {
        silences.end(id);
        return "redirect:" + request.getServletPath().replaceFirst("/[^/]+$", "");
    }

    private String page(String path, Model model) {
        model.addAttribute("path", path);
        model.addAttribute("planned", kind(path).equals("maintenance"));
        model.addAttribute("rows", silences.rows(kind(path), SHOWN));
        return "alert/silences";
    }

    private static String kind(String path) {
        return path.startsWith("/settings") ? "maintenance" : "silence";
    }
}
