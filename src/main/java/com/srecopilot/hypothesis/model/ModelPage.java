package com.srecopilot.hypothesis.model;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.SettingsPage;

@Component
class ModelPage implements SettingsPage {

    static final String PATH = "/settings/model";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String label() {
        return "Language model";
    }

    @Override
    public String description() {
        return "Optional: a model that explains the suspected causes, from their evidence alone.";
    }

    @Override
    public String needs() {
        return "integrations:write";
    }

    @Override
    public String icon() {
        return "lightbulb";
    }

    @Override
    public int order() {
        return 48;
    }
}
