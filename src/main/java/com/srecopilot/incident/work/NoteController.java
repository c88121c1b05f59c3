package com.srecopilot.incident.work;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.incident.IncidentDetails;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** What people add to the story: notes, and the changes that belong to it. */
@Controller
@Needs("incidents:write")
class NoteController {

    private final IncidentDetails details;
    private final LinkedChanges linked;

    NoteController(IncidentDetails details, LinkedChanges linked) {
        this.details = details;
        this.linked = linked;
    }

    @PostMapping("/incidents/{number}/notes")
    String note(@PathVariable IncidentNumber number, @RequestParam String note) {
        String text = Note.of(note);
        if (text != null) {
            details.note(number.value(), text);
        }
        return "redirect:" + number.page() + "#timeline";
    }

    @PostMapping("/incidents/{number}/changes/{change}")
    String link(@PathVariable IncidentNumber number, @PathVariable UUID change) {
        linked.link(number.value(), change);
        return "redirect:" + number.page() + "#context";
    }
}
