package com.srecopilot.audit;

import com.srecopilot.tenancy.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@Needs("audit:read")
class AuditController {

    private static final int ROWS = 50;

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/audit")
    String show(AuditFilter filter, @RequestParam(defaultValue = "") String cursor, Model model) {
        AuditLog.Found found = log.search(filter, cursor, ROWS);
        model.addAttribute("filter", filter);
        model.addAttribute("found", found);
        model.addAttribute("actions", log.actions());
        model.addAttribute("older", found.nextCursor() == null ? null : filter.query(found.nextCursor()));
        model.addAttribute("newest", cursor.isEmpty() ? null : filter.query(""));
        return "audit/index";
    }
}
