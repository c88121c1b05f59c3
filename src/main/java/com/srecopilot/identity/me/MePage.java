package com.srecopilot.identity.me;

import com.srecopilot.identity.signin.Sessions;
import com.srecopilot.tenancy.Actor;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** One's own page, whichever of its forms was sent. */
@Component
class MePage {

    private final Sessions sessions;

    MePage(Sessions sessions) {
        this.sessions = sessions;
    }

    ModelAndView show(Model model, HttpSession session, HttpStatus status) {
        Actor me = Actor.current();
        if (!model.containsAttribute("nameForm")) {
            model.addAttribute("nameForm", new NameForm(me.name()));
        }
        if (!model.containsAttribute("passwordForm")) {
            model.addAttribute("passwordForm", PasswordForm.empty());
        }
        model.addAttribute("sessions", sessions.of(me.id(), session.getId()));
        return new ModelAndView("identity/me", model.asMap(), status);
    }
}
