package com.srecopilot.identity.shell;

import com.srecopilot.identity.NavigationItem;
import org.springframework.stereotype.Component;

/** Settings in the navigation, for those who may open any of them. */
@Component
class SettingsNavigation implements NavigationItem {

    @Override
    public String group() {
        return "Run";
    }

    @Override
    public String path() {
        return "/settings";
    }

    @Override
    public String label() {
        return "Settings";
    }

    @Override
    public String icon() {
        return "settings";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String needs() {
        return "users:read";
    }
}
