package com.srecopilot.incident.replay;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.grouping.GroupingStore;
import com.srecopilot.tenancy.Needs;

/** The rules that hold, and a draft to try. */
@Controller
@Needs("alerts:read")
class GroupingController {

    private static final int VERSIONS = 20;
    private static final int USUAL_DAYS = 7;

    private final GroupingStore grouping;
    private final Replays replays;

    GroupingController(GroupingStore grouping, Replays replays) {
        this.grouping = grouping;
        this.replays = replays;
    }

    @GetMapping(GroupingPage.PATH)
    String show(@RequestParam(required = false) UUID draft, Model model) {
        ReplayView drafted = draft == null ? null : replays.get(draft);
        model.addAttribute("form", drafted == null ? GroupingForm.of(grouping.rules(), USUAL_DAYS) : GroupingForm.of(drafted.rules(), drafted.days()));
        return page(model);
    }

    /** Tries the draft on what has come. */
    @PostMapping("/settings/grouping/replays")
    @Needs("alerts:write")
    String replay(@Valid @ModelAttribute("form") GroupingForm form, BindingResult errors, HttpServletResponse response, Model model) {
        if (!errors.hasErrors()) {
            try {
                return "redirect:/settings/grouping/replays/" + replays.ask(form.rules(), form.days());
            } catch (Invalid e) {
                e.rejectIn(errors);
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(model);
    }

    /** A draft that was replayed, or an earlier version, holds from the next alert on. */
    @PostMapping("/settings/grouping/versions")
    @Needs("alerts:write")
    String use(@RequestParam(required = false) UUID replay, @RequestParam(required = false) Integer version) {
        if (replay != null) {
            grouping.use(replays.get(replay).rules());
        } else if (version != null) {
            grouping.restore(version);
        } else {
            throw new Invalid("replay", "or version says what is to hold");
        }
        return "redirect:" + GroupingPage.PATH;
    }

    private String page(Model model) {
        model.addAttribute("versions", grouping.versions(VERSIONS));
        model.addAttribute("newest", replays.newest().orElse(null));
        return "incident/grouping";
    }
}
