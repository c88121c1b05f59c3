package com.srecopilot.identity.settings;

import com.srecopilot.identity.SettingsPage;
import org.springframework.stereotype.Component;

@Component
class UsersPage implements SettingsPage {

    @Override
    public String path() {
        return "/settings/users";
    }

    @Override
    public String label() {
        return "Users";
    }

    @Override
    public String description() {
        return "Who may sign in, and in which role.";
    }

    @Override
    public String needs() {
        return "users:read";
    }

    @Override
    public String icon() {
        return "users";
    }

    @Override
    public int order() {
        return 20;
    }
}
