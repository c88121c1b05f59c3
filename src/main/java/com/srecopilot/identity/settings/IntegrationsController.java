package com.srecopilot.identity.settings;

import java.util.UUID;

import com.srecopilot.identity.BaseUrl;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.People;
import com.srecopilot.tenancy.Needs;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ingest keys: made, shown once, revoked. */
@Controller
@RequestMapping("/settings/integrations")
@Needs("integrations:write")
class IntegrationsController {

    private final IngestKeys keys;
    private final People people;
    private final BaseUrl baseUrl;

    IntegrationsController(IngestKeys keys, People people, BaseUrl baseUrl) {
        this.keys = keys;
        this.people = people;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("keyForm", new KeyForm(""));
        return page(model);
    }

    @PostMapping
    ModelAndView create(@Valid @ModelAttribute KeyForm keyForm, BindingResult errors, Model model, RedirectAttributes next) {
        try {
            if (!errors.hasErrors()) {
                next.addFlashAttribute("created", keys.create(keyForm.name()));
                return new ModelAndView("redirect:/settings/integrations", HttpStatus.SEE_OTHER);
            }
        } catch (Invalid e) {
            e.rejectIn(errors);
        }
        return new ModelAndView(page(model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @DeleteMapping("/{id}")
    ModelAndView revoke(@PathVariable UUID id, RedirectAttributes next) {
        keys.revoke(id);
        next.addFlashAttribute("revoked", true);
        return new ModelAndView("redirect:/settings/integrations", HttpStatus.SEE_OTHER);
    }

    private String page(Model model) {
        model.addAttribute("keys", keys.all().stream().map(key -> new KeyRow(key, people)).toList());
        model.addAttribute("baseUrl", baseUrl.of(""));
        return "identity/integrations";
    }

    /** A key and the name of who made it. */
    record KeyRow(IngestKeys.Listed key, String createdBy) {

        private KeyRow(IngestKeys.Listed key, People people) {
            this(key, key.createdBy() == null ? "the system" : people.named(key.createdBy()).name());
        }
    }
}
