package com.srecopilot.identity.shell;

import com.srecopilot.identity.NavigationItem;
import org.springframework.stereotype.Component;

/** The audit log in the navigation; its room stands below this one. */
@Component
class AuditNavigation implements NavigationItem {

    @Override
    public String group() {
        return "Run";
    }

    @Override
    public String path() {
        return "/audit";
    }

    @Override
    public String label() {
        return "Audit";
    }

    @Override
    public String icon() {
        return "shield-check";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String needs() {
        return "audit:read";
    }
}
