package com.srecopilot.alert.list;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

import com.srecopilot.tenancy.Needs;

/** Answers the row again to htmx; a plain form gets the alert's page. */
@Controller
@RequestMapping("/alerts/{id}/acknowledgement")
@Needs("alerts:write")
class AcknowledgementController {

    private final Acknowledgements acknowledgements;
    private final AlertList alerts;

    AcknowledgementController(Acknowledgements acknowledgements, AlertList alerts) {
        this.acknowledgements = acknowledgements;
        this.alerts = alerts;
    }

    @PostMapping
    String give(@PathVariable UUID id, @RequestHeader(name = "HX-Request", required = false) String htmx, Model model) {
        acknowledgements.give(id);
        return answer(id, htmx, model);
    }

    @DeleteMapping
    String takeBack(@PathVariable UUID id, @RequestHeader(name = "HX-Request", required = false) String htmx, Model model) {
        acknowledgements.takeBack(id);
        return answer(id, htmx, model);
    }

    private String answer(UUID id, String htmx, Model model) {
        model.addAttribute("alert", alerts.get(id));
        return htmx == null ? "redirect:/alerts/" + id : "alert/_head";
    }
}
