package com.srecopilot.identity.settings;

import java.util.UUID;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.People;
import com.srecopilot.tenancy.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One account: its role, and whether it may sign in. */
@Controller
@RequestMapping("/settings/users/{id}")
@Needs("users:write")
class UserController {

    private final People people;

    UserController(People people) {
        this.people = people;
    }

    @PostMapping("/role")
    ModelAndView changeRole(@PathVariable UUID id, @RequestParam String role, RedirectAttributes next) {
        people.changeRole(id, role);
        return done(people.named(id).name() + " has a new role.", next);
    }

    @PostMapping("/deactivation")
    ModelAndView disable(@PathVariable UUID id, RedirectAttributes next) {
        people.disable(id);
        return done(people.named(id).name() + " can't sign in any more.", next);
    }

    @DeleteMapping("/deactivation")
    ModelAndView enable(@PathVariable UUID id, RedirectAttributes next) {
        people.enable(id);
        return done(people.named(id).name() + " can sign in again.", next);
    }

    /** Such as the last admin, who stays one. */
    @ExceptionHandler
    ModelAndView refused(Invalid refusal, RedirectAttributes next) {
        next.addFlashAttribute("refused", refusal.getMessage() + ".");
        return new ModelAndView("redirect:/settings/users", HttpStatus.SEE_OTHER);
    }

    private static ModelAndView done(String message, RedirectAttributes next) {
        next.addFlashAttribute("done", message);
        return new ModelAndView("redirect:/settings/users", HttpStatus.SEE_OTHER);
    }
}
