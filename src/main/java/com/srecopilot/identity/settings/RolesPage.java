package com.srecopilot.identity.settings;

import com.srecopilot.identity.SettingsPage;
import org.springframework.stereotype.Component;

@Component
class RolesPage implements SettingsPage {

    @Override
    public String path() {
        return "/settings/roles";
    }

    @Override
    public String label() {
        return "Roles";
    }

    @Override
    public String description() {
        return "What each role may do.";
    }

    @Override
    public String needs() {
        return "users:read";
    }

    @Override
    public String icon() {
        return "key-round";
    }

    @Override
    public int order() {
        return 30;
    }
}
