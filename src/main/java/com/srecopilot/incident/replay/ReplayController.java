package com.srecopilot.incident.replay;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.incident.grouping.GroupingStore;
import com.srecopilot.tenancy.Needs;

/** A replay, while it runs and when it is done. */
@Controller
@Needs("alerts:read")
class ReplayController {

    private static final int SHOWN = 50;

    private final Replays replays;
    private final GroupingStore grouping;

    ReplayController(Replays replays, GroupingStore grouping) {
        this.replays = replays;
        this.grouping = grouping;
    }

    /** htmx asks for the progress alone, until there is no more. */
    @GetMapping("/settings/grouping/replays/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "0") int missed,
            @RequestHeader(name = "HX-Request", required = false) String htmx, Model model) {
        ReplayView replay = replays.get(id);
        List<PastIncident.Made> made = replays.incidents(id, after, SHOWN + 1);
        model.addAttribute("replay", replay);
        model.addAttribute("current", grouping.current());
        model.addAttribute("made", made.stream().limit(SHOWN).toList());
        model.addAttribute("after", after);
        model.addAttribute("next", made.size() > SHOWN ? made.get(SHOWN - 1).number() : null);
        model.addAttribute("missed", Math.max(0, missed));
        model.addAttribute("missing", replay.done() ? replay.result().missing().stream().skip(Math.max(0, missed)).limit(SHOWN).toList() : List.of());
        return htmx == null || !replay.running() ? "incident/replay" : "incident/_progress";
    }
}
