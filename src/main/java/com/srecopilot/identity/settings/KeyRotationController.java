package com.srecopilot.identity.settings;

import java.util.UUID;

import com.srecopilot.identity.IngestKeys;
import com.srecopilot.tenancy.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new key for a source that keeps its name and its alerts. */
@Controller
@Needs("integrations:write")
class KeyRotationController {

    private final IngestKeys keys;

    KeyRotationController(IngestKeys keys) {
        this.keys = keys;
    }

    @PutMapping("/settings/integrations/{id}/key")
    ModelAndView rotate(@PathVariable UUID id, RedirectAttributes next) {
        next.addFlashAttribute("created", keys.rotate(id));
        return new ModelAndView("redirect:/settings/integrations", HttpStatus.SEE_OTHER);
    }
}
