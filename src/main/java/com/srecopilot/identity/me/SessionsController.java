package com.srecopilot.identity.me;

import com.srecopilot.identity.IdentityEvent;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.signin.Sessions;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Needs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signs out a browser that one has left somewhere. */
@Controller
@Needs
class SessionsController {

    private final Sessions sessions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SessionsController(Sessions sessions, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.transaction = transaction;
        this.events = events;
    }

    @DeleteMapping("/me/sessions/{handle}")
    ModelAndView end(@PathVariable String handle, RedirectAttributes next) {
        Actor me = Actor.current();
        if (!sessions.end(me.id(), handle)) {
            throw new NotFound("This session");
        }
        transaction.executeWithoutResult(status -> events.publishEvent(new IdentityEvent.SessionEnded(me.tenant(), me.id())));
        next.addFlashAttribute("done", "That session is signed out.");
        return new ModelAndView("redirect:/me", HttpStatus.SEE_OTHER);
    }
}
