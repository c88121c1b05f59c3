package com.srecopilot.alert.runbook;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import com.srecopilot.tenancy.Needs;

/** The page that the rules in {@code alerting/rules} link to; one anchor for each alert's name. */
@Controller
@Needs
class RunbookController {

    @GetMapping("/runbooks")
    String show() {
        return "alert/runbooks";
    }
}
