package com.srecopilot.realtime;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

import com.srecopilot.tenancy.Actor;

/**
 * Notes, before a page reads anything, where the live log stands: the page listens on from there, and what happens
 * between its reading and its connecting is not lost.
 */
@ControllerAdvice
class LivePosition {

    private final LiveLog liveLog;

    LivePosition(LiveLog liveLog) {
        this.liveLog = liveLog;
    }

    @ModelAttribute("liveAfter")
    String liveAfter(@RequestHeader(name = "Accept", defaultValue = "") String accept) {
        return Actor.present().filter(actor -> actor.isPerson() && accept.contains("text/html")).map(actor -> liveLog.newest(actor.tenant()).toString()).orElse(null);
    }
}
