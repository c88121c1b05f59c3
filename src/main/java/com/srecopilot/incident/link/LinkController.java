package com.srecopilot.incident.link;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** {@code POST} ties another incident, {@code DELETE} unties it. */
@Controller
@Needs("incidents:write")
class LinkController {

    private final IncidentLinks links;

    LinkController(IncidentLinks links) {
        this.links = links;
    }

    @PostMapping("/incidents/{number}/links")
    String tie(@PathVariable IncidentNumber number, @RequestParam String other, @RequestParam(defaultValue = "related") String kind) {
        int target = named(other);
        switch (kind) {
            case "related" -> links.relate(number.value(), target);
            case "duplicate" -> links.duplicate(number.value(), target);
            default -> throw new Invalid("kind", "is related or duplicate");
        }
        return "redirect:" + number.page() + "#context";
    }

    @DeleteMapping("/incidents/{number}/links/{other}")
    String untie(@PathVariable IncidentNumber number, @PathVariable IncidentNumber other) {
        links.untie(number.value(), other.value());
        return "redirect:" + number.page() + "#context";
    }

    private static int named(String text) {
        try {
            return IncidentNumber.valueOf(text.strip()).value();
        } catch (NotFound e) {
            throw new Invalid("other", "is an incident's number, such as INC-42");
        }
    }
}
