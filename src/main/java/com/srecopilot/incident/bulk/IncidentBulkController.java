package com.srecopilot.incident.bulk;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.People;
import com.srecopilot.identity.Person;
import com.srecopilot.incident.IncidentDetails;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.Severity;
import com.srecopilot.incident.undo.ActReply;
import com.srecopilot.incident.undo.Acts;
import com.srecopilot.tenancy.Needs;

/** {@code POST} does one thing to several incidents and says which of them refused. */
@Controller
@Needs("incidents:write")
class IncidentBulkController {

    private static final int MOST = 100;

    private final Acts acts;
    private final ActReply reply;
    private final IncidentService incidents;
    private final IncidentDetails details;
    private final People people;

    IncidentBulkController(Acts acts, ActReply reply, IncidentService incidents, IncidentDetails details, People people) {
        this.acts = acts;
        this.reply = reply;
        this.incidents = incidents;
        this.details = details;
        this.people = people;
    }

    @PostMapping("/incidents/bulk")
    String act(@ModelAttribute BulkForm form) {
        List<Integer> selected = form.selected() == null ? List.of() : form.selected().stream().distinct().toList();
        if (selected.isEmpty() || selected.size() > MOST) {
            throw new Invalid("selected", "takes 1 to " + MOST + " incidents");
        }
        if ("merge".equals(form.act())) {
            return "redirect:" + MergeAllController.page(selected, form.back());
        }
        Task task = task(form);
        return "redirect:" + reply.page(form.back(), acts.each(selected, task.done(), task.verb()));
    }

    private Task task(BulkForm form) {
        return switch (form.act() == null ? "" : form.act()) {
            case "acknowledge" -> new Task("under investigation", number -> incidents.investigate(number, BulkWords.note(form.note())));
            case "resolve" -> new Task("resolved", number -> incidents.resolve(number, BulkWords.note(form.note())));
            case "assign" -> assignment(Optional.ofNullable(form.person()).flatMap(people::find).filter(Person::active).orElseThrow(() -> new Invalid("person", "is to be chosen: somebody active of your organisation")));
            case "severity" -> rating(Severity.of(form.severity()).orElseThrow(() -> new Invalid("severity", "is critical, high, medium or low")), BulkWords.reason(form.reason()));
            case "tag" -> tagging(BulkWords.tag(form.tag()));
            default -> throw new Invalid("act", "is acknowledge, assign, severity, tag, merge or resolve");
        };
    }

    private Task assignment(Person person) {
        return new Task("assigned to " + person.name(), number -> details.assign(number, person.id()));
    }

    private Task rating(Severity severity, String reason) {
        return new Task("now " + severity.word(), number -> details.rate(number, severity, reason));
    }

    private Task tagging(String tag) {
        return new Task("tagged " + tag, number -> details.tag(number, tag));
    }

    private record Task(String done, IntConsumer verb) {
    }
}
