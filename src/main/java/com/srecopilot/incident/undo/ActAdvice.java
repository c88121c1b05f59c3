package com.srecopilot.incident.undo;

import java.util.UUID;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.tenancy.Actor;

/** The bar of a page that was led to by an act: {@code ?done=} names it. */
@ControllerAdvice("com.srecopilot.incident")
class ActAdvice {

    private final ActStore store;

    ActAdvice(ActStore store) {
        this.store = store;
    }

    @ModelAttribute("act")
    Act act(@RequestParam(name = "done", required = false) String done) {
        return done == null || !done.matches("[0-9a-fA-F-]{36}") || !Actor.current().can("incidents:write") ? null
                : store.find(UUID.fromString(done)).orElse(null);
    }
}
