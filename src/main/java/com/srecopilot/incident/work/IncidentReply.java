package com.srecopilot.incident.work;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import com.srecopilot.incident.IncidentCard;
import com.srecopilot.incident.IncidentCards;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;

/** The answer to a verb: the new head for htmx, the page for a plain form. What else changed arrives by push. */
@Component
class IncidentReply {

    private final Incidents incidents;
    private final IncidentCards cards;

    IncidentReply(Incidents incidents, IncidentCards cards) {
        this.incidents = incidents;
        this.cards = cards;
    }

    ModelAndView after(IncidentNumber number, HttpServletRequest request) {
        if (request.getHeader("HX-Request") == null) {
            return new ModelAndView("redirect:" + number.page());
        }
        String target = request.getHeader("HX-Target");
        IncidentCard card = cards.of(incidents.get(number.value()));
        return new ModelAndView("incident-head".equals(target) ? "incident/_head" : "incident/_row", Map.of("card", card));
    }
}
