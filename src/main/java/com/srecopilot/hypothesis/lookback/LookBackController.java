package com.srecopilot.hypothesis.lookback;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

import com.srecopilot.tenancy.Needs;

/** {@code POST}: looks for the causes of past incidents. {@code DELETE} stops that; what was found stays. */
@Controller
@RequestMapping("/hypotheses/past")
@Needs("hypotheses:write")
class LookBackController {

    private final LookBacks lookBacks;

    LookBackController(LookBacks lookBacks) {
        this.lookBacks = lookBacks;
    }

    /** htmx asks for the progress alone, until there is no more. */
    @GetMapping
    @Needs("hypotheses:read")
    String show(@RequestHeader(name = "HX-Request", required = false) String htmx, Model model) {
        model.addAttribute("lookBacks", lookBacks.latest());
        model.addAttribute("pending", lookBacks.pending());
        return htmx == null ? "hypothesis/past" : "hypothesis/_past";
    }

    @PostMapping
    String begin() {
        lookBacks.ask();
        return "redirect:/hypotheses/past";
    }

    @DeleteMapping
    String stop() {
        lookBacks.stop();
        return "redirect:/hypotheses/past";
    }
}
