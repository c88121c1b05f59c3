package com.srecopilot.identity.me;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.Passwords;
import com.srecopilot.identity.People;
import com.srecopilot.identity.signin.Sessions;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Needs;
import jakarta.servlet.http.HttpSession;
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

/** One's own name and password. */
@Controller
@RequestMapping("/me")
@Needs
class MeController {

    private final MePage page;
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;

    MeController(MePage page, People people, Passwords passwords, Sessions sessions) {
        this.page = page;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView show(Model model, HttpSession session) {
        return page.show(model, session, HttpStatus.OK);
    }

    @PostMapping("/name")
    ModelAndView rename(@Valid @ModelAttribute NameForm nameForm, BindingResult errors, Model model, HttpSession session, RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page.show(model, session, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        people.rename(Actor.current().id(), nameForm.name());
        return done("Your name is saved.", next);
    }

    @PostMapping("/password")
    ModelAndView changePassword(@Valid @ModelAttribute PasswordForm passwordForm, BindingResult errors, Model model, HttpSession session, RedirectAttributes next) {
        if (errors.hasErrors() || !change(passwordForm, errors)) {
            return page.show(model, session, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        sessions.endOthers(Actor.current().id(), session.getId());
        return done("Your password is changed. Every other session is signed out.", next);
    }

    private boolean change(PasswordForm form, BindingResult errors) {
        try {
            passwords.change(Actor.current().id(), form.present(), form.next());
            return true;
        } catch (Invalid e) {
            e.rejectIn(errors);
            return false;
        }
    }

    private static ModelAndView done(String message, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        return new ModelAndView("redirect:/me", HttpStatus.SEE_OTHER);
    }
}
