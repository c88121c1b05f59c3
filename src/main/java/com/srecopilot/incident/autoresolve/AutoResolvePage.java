package com.srecopilot.incident.autoresolve;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.SettingsPage;

@Component
class AutoResolvePage implements SettingsPage {

    static final String PATH = "/settings/incidents";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String label() {
        return "Incidents";
    }

    @Override
    public String description() {
        return "Which incidents are resolved once their alerts have been quiet for a while.";
    }

    @Override
    public String needs() {
        return "alerts:read";
    }

    @Override
    public String icon() {
        return "siren";
    }

    @Override
    public int order() {
        return 46;
    }
}
