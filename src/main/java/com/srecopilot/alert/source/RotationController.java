package com.srecopilot.alert.source;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import com.srecopilot.identity.IngestKeys;
import com.srecopilot.tenancy.Needs;

/** The change of a source's key: a new one, shown once, while the former one works on for a while. */
@Controller
@RequestMapping("/settings/integrations/{id}/rotation")
@Needs("integrations:write")
class RotationController {

    private final IngestKeys keys;

    RotationController(IngestKeys keys) {
        this.keys = keys;
    }

    /** @param prefix of the key that the page showed: a second click must not end the one that senders use */
    @PostMapping
    ModelAndView rotate(@PathVariable UUID id, @RequestParam String prefix, @RequestParam(defaultValue = "DAY") Grace grace, RedirectAttributes next) {
        keys.get(id);
        next.addFlashAttribute("rotated", keys.rotate(id, prefix, grace.time()));
        return new ModelAndView("redirect:/settings/integrations/" + id, HttpStatus.SEE_OTHER);
    }

    @DeleteMapping
    ModelAndView end(@PathVariable UUID id) {
        keys.endGrace(id);
        return new ModelAndView("redirect:/settings/integrations/" + id + "#key", HttpStatus.SEE_OTHER);
    }
}
