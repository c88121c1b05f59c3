package com.srecopilot.incident.work;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.incident.IncidentCard;
import com.srecopilot.incident.IncidentCards;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.undo.Act;
import com.srecopilot.incident.undo.ActReply;
import com.srecopilot.incident.undo.Acts;

/** The answer to a verb: the new head for htmx, the page for a plain form. What else changed arrives by push. */
@Component
class IncidentReply {

    private final Incidents incidents;
    private final IncidentCards cards;
    private final Acts acts;
    private final ActReply reply;

    IncidentReply(Incidents incidents, IncidentCards cards, Acts acts, ActReply reply) {
        this.acts = acts;
        this.reply = reply;
        this.incidents = incidents;
        this.cards = cards;
    }

    /** Does it, tells it and offers to take it back. @param told such as “Resolved.” */
    ModelAndView to(IncidentNumber number, String told, Runnable verb, HttpServletRequest request) {
        Act act = acts.one(number.value(), number.reference() + " " + told + ".", verb);
        return after(number, act, request);
    }

    private ModelAndView after(IncidentNumber number, Act act, HttpServletRequest request) {
        if (request.getHeader("HX-Request") == null) {
            return new ModelAndView("redirect:" + reply.page(number.page(), act));
        }
        HttpServletResponse response = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getResponse();
        if (act != null && response != null) {
            reply.toast(response, act.told(), act.path());
        }
        String target = request.getHeader("HX-Target");
        IncidentCard card = cards.of(incidents.get(number.value()));
        return new ModelAndView("incident-head".equals(target) ? "incident/_head" : "incident/_row", Map.of("card", card));
    }
}
