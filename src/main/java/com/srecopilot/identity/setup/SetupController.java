package com.srecopilot.identity.setup;

import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.tenancy.Anyone;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first run: one form, once. Without the link's token, and ever after, there is nothing here. */
@Controller
@RequestMapping("/setup")
@Anyone
class SetupController {

    private static final String PLAN = "enterprise";

    private final SetupLink link;
    private final Installation installation;

    SetupController(SetupLink link, Installation installation) {
        this.link = link;
        this.installation = installation;
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "") String token, Model model) {
        requireToken(token);
        model.addAttribute("setupForm", SetupForm.empty());
        model.addAttribute("token", token);
        return "identity/setup";
    }

    @PostMapping
    ModelAndView found(@RequestParam(defaultValue = "") String token, @Valid @ModelAttribute SetupForm setupForm, BindingResult errors, Model model) {
        requireToken(token);
        if (errors.hasErrors() || !found(token, setupForm, errors)) {
            model.addAttribute("token", token);
            return new ModelAndView("identity/setup", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:/login?founded", HttpStatus.SEE_OTHER);
    }

    private boolean found(String token, SetupForm form, BindingResult errors) {
        if (!link.use()) {
            throw new NotFound("This page");
        }
        try {
            installation.found(form.organisation(), PLAN, form.name(), form.email(), form.password());
            return true;
        } catch (Invalid e) {
            link.giveBack(token);
            e.rejectIn(errors);
            return false;
        }
    }

    private void requireToken(String token) {
        if (!link.accepts(token)) {
            throw new NotFound("This page");
        }
    }
}
