package com.srecopilot.incident.autoresolve;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.srecopilot.tenancy.Needs;

/** The rules that hold, and others. */
@Controller
@Needs("alerts:read")
class AutoResolveController {

    private static final String VIEW = "incident/autoresolve/settings";

    private final QuietRulesStore store;

    AutoResolveController(QuietRulesStore store) {
        this.store = store;
    }

    @GetMapping(AutoResolvePage.PATH)
    String show(Model model) {
        model.addAttribute("form", AutoResolveForm.of(store.rules()));
        return VIEW;
    }

    @PostMapping(AutoResolvePage.PATH)
    @Needs("alerts:write")
    String use(@Valid @ModelAttribute("form") AutoResolveForm form, BindingResult errors, HttpServletResponse response, RedirectAttributes next) {
        if (errors.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return VIEW;
        }
        store.use(form.rules());
        next.addFlashAttribute("done", form.rules().off() ? "People resolve every incident." : "Saved. It holds from now on, also for incidents that are open.");
        return "redirect:" + AutoResolvePage.PATH;
    }
}
