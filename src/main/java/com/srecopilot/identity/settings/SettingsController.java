package com.srecopilot.identity.settings;

import com.srecopilot.tenancy.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Lists the settings that one may open; the frame knows them. */
@Controller
@Needs
class SettingsController {

    @GetMapping("/settings")
    String show() {
        return "identity/settings";
    }
}
