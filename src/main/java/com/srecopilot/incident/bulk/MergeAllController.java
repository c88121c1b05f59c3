package com.srecopilot.incident.bulk;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.merging.IncidentMerging;
import com.srecopilot.incident.merging.MergeForm;
import com.srecopilot.incident.undo.ActReply;
import com.srecopilot.incident.undo.Acts;
import com.srecopilot.tenancy.Needs;

/** Asks in which of the selected incidents the work goes on, and merges the others into it. */
@Controller
@Needs("incidents:write")
@RequestMapping("/incidents/merger")
class MergeAllController {

    private final Acts acts;
    private final ActReply reply;
    private final Incidents incidents;
    private final IncidentMerging merging;

    MergeAllController(Acts acts, ActReply reply, Incidents incidents, IncidentMerging merging) {
        this.acts = acts;
        this.reply = reply;
        this.incidents = incidents;
        this.merging = merging;
    }

    /** A single one has nothing to choose from: its own page asks for the other's number. */
    static String page(List<Integer> selected, String back) {
        return selected.size() == 1 ? "/incidents/" + selected.get(0) + "/merger"
                : UriComponentsBuilder.fromPath("/incidents/merger").queryParam("selected", selected).queryParam("back", "{back}").encode().buildAndExpand(back).toUriString();
    }

    @GetMapping
    ModelAndView ask(@RequestParam List<Integer> selected, @RequestParam(required = false) String back) {
        return page(selected, back, HttpStatus.OK).addObject("form", new MergeForm("", ""));
    }

    @PostMapping
    ModelAndView merge(@RequestParam List<Integer> selected, @RequestParam(required = false) String back,
            @Valid @ModelAttribute("form") MergeForm form, BindingResult errors) {
        if (errors.hasErrors()) {
            return page(selected, back, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        int into = form.target();
        List<Integer> others = selected.stream().distinct().filter(number -> number != into).toList();
        return new ModelAndView("redirect:" + reply.page(back, acts.eachForGood(others, "merged into " + IncidentView.reference(into),
                number -> merging.merge(number, into, form.reason().strip()))));
    }

    private ModelAndView page(List<Integer> selected, String back, HttpStatus status) {
        List<IncidentView> found = selected.stream().distinct().limit(100).map(incidents::find).flatMap(Optional::stream).toList();
        if (found.size() < 2) {
            throw new Invalid("selected", "takes 2 to 100 incidents");
        }
        return new ModelAndView("incident/merging/merge-all", status).addObject("found", found).addObject("back", back)
                .addObject("canGoOn", found.stream().anyMatch(IncidentView::open));
    }
}
