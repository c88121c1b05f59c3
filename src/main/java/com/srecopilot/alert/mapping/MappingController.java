package com.srecopilot.alert.mapping;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.identity.Invalid;
import com.srecopilot.tenancy.Needs;

/** How the JSON of a source is read: written, tried on its last payloads, saved, and taken back. */
@Controller
@RequestMapping("/settings/integrations/{id}/mapping")
@Needs("integrations:write")
class MappingController {

    private final MappingVersions versions;
    private final MappingPage page;

    MappingController(MappingVersions versions, MappingPage page) {
        this.versions = versions;
        this.page = page;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        MappingForm form = versions.current(id).orElse(MappingForm.EMPTY);
        model.addAttribute("form", form);
        return page.whole(id, form, model);
    }

    @PostMapping
    String save(@PathVariable UUID id, @RequestParam(defaultValue = "0") int version, @ModelAttribute("form") MappingForm form, BindingResult errors,
            HttpServletResponse response, Model model) {
        try {
            versions.save(id, form, version);
            return "redirect:/settings/integrations/" + id + "/mapping?saved";
        } catch (Invalid e) {
            e.rejectIn(errors);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page.whole(id, form, model);
    }

    /** What is written so far, tried; nothing is saved. */
    @PostMapping("/preview")
    String preview(@PathVariable UUID id, @ModelAttribute("form") MappingForm form, BindingResult errors, Model model) {
        try {
            Reading.of(form);
        } catch (Invalid e) {
            e.rejectIn(errors);
        }
        return page.whole(id, form, model);
    }

    @PostMapping("/restoration")
    String restore(@PathVariable UUID id, @RequestParam int version, @RequestParam int seen) {
        versions.restore(id, version, seen);
        return "redirect:/settings/integrations/" + id + "/mapping?saved";
    }
}
