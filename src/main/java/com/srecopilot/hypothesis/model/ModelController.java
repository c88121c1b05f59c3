package com.srecopilot.hypothesis.model;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import com.srecopilot.identity.Invalid;
import com.srecopilot.tenancy.Needs;

/** The organisation's language model. Its key goes in and never comes out. */
@Controller
@RequestMapping(ModelPage.PATH)
@Needs("integrations:write")
class ModelController {

    private final ModelSettingsService settings;
    private final ModelTrial trial;
    private final TokenBudget budget;

    ModelController(ModelSettingsService settings, ModelTrial trial, TokenBudget budget) {
        this.settings = settings;
        this.trial = trial;
        this.budget = budget;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", settings.find().map(ModelForm::of).orElseGet(ModelForm::empty));
        return page(model);
    }

    @PostMapping
    String set(@Valid @ModelAttribute("form") ModelForm form, BindingResult errors, HttpServletResponse response, Model model) {
        if (!errors.hasErrors()) {
            try {
                settings.set(form);
                return "redirect:" + ModelPage.PATH;
            } catch (Invalid e) {
                e.rejectIn(errors);
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(model);
    }

    @DeleteMapping
    String remove() {
        settings.remove();
        return "redirect:" + ModelPage.PATH;
    }

    /** Asks what is set for one word. */
    @PostMapping("/trial")
    String tryOut(Model model) {
        model.addAttribute("tried", trial.run());
        return show(model);
    }

    private String page(Model model) {
        model.addAttribute("set", settings.find().orElse(null));
        model.addAttribute("kinds", ModelKind.values());
        model.addAttribute("used", budget.usedToday());
        return "hypothesis/model";
    }
}
