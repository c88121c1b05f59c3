package com.srecopilot.alert.list;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.srecopilot.identity.Invalid;
import com.srecopilot.tenancy.Needs;

/** What is done to several alerts at once: the list says what was done, and what was refused and why. */
@Controller
@Needs("alerts:write")
class AlertBulkController {

    private static final int MOST = 200;
    private static final int LONGEST_COMMENT = 500;
    private static final int LONGEST_MINUTES = 525_600;

    private final Bulk bulk;

    AlertBulkController(Bulk bulk) {
        this.bulk = bulk;
    }

    @PostMapping("/alerts/acknowledgements")
    String acknowledge(@RequestParam(defaultValue = "") List<UUID> selected, @RequestParam(defaultValue = "/alerts") String back, RedirectAttributes next) {
        return tell(few(selected).isEmpty() ? Bulk.Outcome.NONE : bulk.acknowledge(selected), back, next);
    }

    @PostMapping("/alerts/silences/of-selected")
    String silence(@RequestParam(defaultValue = "") List<UUID> selected, @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "60") int minutes, @RequestParam(defaultValue = "/alerts") String back, RedirectAttributes next) {
        if (comment.isBlank() || comment.strip().length() > LONGEST_COMMENT || minutes < 1 || minutes > LONGEST_MINUTES) {
            next.addFlashAttribute("refused", "Nothing is silenced: say why in up to 500 characters, and for how many minutes, 1 to 525600.");
            return "redirect:" + safe(back);
        }
        return tell(few(selected).isEmpty() ? Bulk.Outcome.NONE : bulk.silence(selected, comment.strip(), minutes), back, next);
    }

    private static List<UUID> few(List<UUID> selected) {
        if (selected.size() > MOST) {
            throw new Invalid("selected", "takes up to " + MOST + " alerts");
        }
        return selected;
    }

    private static String tell(Bulk.Outcome outcome, String back, RedirectAttributes next) {
        if (!outcome.done().isEmpty()) {
            next.addFlashAttribute("done", outcome.done());
        }
        if (!outcome.refused().isEmpty()) {
            next.addFlashAttribute("refused", outcome.refused());
        }
        return "redirect:" + safe(back);
    }

    /** The same page of the list, never another site. */
    private static String safe(String back) {
        return back.equals("/alerts") || back.startsWith("/alerts?") ? back : "/alerts";
    }
}
