package com.srecopilot.incident.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** The page of one incident. */
@Controller
@Needs("incidents:read")
class IncidentController {

    private final IncidentPage page;

    IncidentController(IncidentPage page) {
        this.page = page;
    }

    @GetMapping("/incidents/{number}")
    String show(@PathVariable IncidentNumber number, @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) String before, Model model) {
        model.addAllAttributes(page.show(number.value(), kind, before));
        return "incident/show";
    }
}
