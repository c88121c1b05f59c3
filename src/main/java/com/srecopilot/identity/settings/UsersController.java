package com.srecopilot.identity.settings;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.Passwords;
import com.srecopilot.identity.People;
import com.srecopilot.identity.Person;
import com.srecopilot.identity.Roles;
import com.srecopilot.tenancy.Needs;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts of the tenant. */
@Controller
@RequestMapping("/settings/users")
class UsersController {

    private final People people;
    private final Roles roles;
    private final Passwords passwords;

    UsersController(People people, Roles roles, Passwords passwords) {
        this.people = people;
        this.roles = roles;
        this.passwords = passwords;
    }

    @GetMapping
    @Needs("users:read")
    String show(Model model) {
        model.addAttribute("userForm", UserForm.empty());
        return page(model);
    }

    @PostMapping
    @Needs("users:write")
    ModelAndView add(@Valid @ModelAttribute UserForm userForm, BindingResult errors, Model model, RedirectAttributes next) {
        String password = passwords.suggest();
        if (errors.hasErrors() || !add(userForm, password, errors)) {
            return new ModelAndView(page(model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addFlashAttribute("added", userForm.name());
        next.addFlashAttribute("password", password);
        return new ModelAndView("redirect:/settings/users", HttpStatus.SEE_OTHER);
    }

    private boolean add(UserForm form, String password, BindingResult errors) {
        try {
            Person added = people.add(form.name(), form.email(), form.role(), password);
            return added.active();
        } catch (Invalid e) {
            e.rejectIn(errors);
            return false;
        }
    }

    private String page(Model model) {
        model.addAttribute("people", people.all());
        model.addAttribute("roles", roles.all());
        return "identity/users";
    }
}
