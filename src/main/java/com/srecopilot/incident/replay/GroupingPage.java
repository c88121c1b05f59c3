package com.srecopilot.incident.replay;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.SettingsPage;

@Component
class GroupingPage implements SettingsPage {

    static final String PATH = "/settings/grouping";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String label() {
        return "Grouping";
    }

    @Override
    public String description() {
        return "Which alerts make one incident, tried on the alerts of the last days before it holds.";
    }

    @Override
    public String needs() {
        return "alerts:read";
    }

    @Override
    public String icon() {
        return "layers";
    }

    @Override
    public int order() {
        return 45;
    }
}
