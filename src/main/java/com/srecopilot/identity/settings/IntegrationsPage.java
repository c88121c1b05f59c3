package com.srecopilot.identity.settings;

import com.srecopilot.identity.SettingsPage;
import org.springframework.stereotype.Component;

@Component
class IntegrationsPage implements SettingsPage {

    @Override
    public String path() {
        return "/settings/integrations";
    }

    @Override
    public String label() {
        return "Integrations";
    }

    @Override
    public String description() {
        return "The keys with which monitoring systems send alerts.";
    }

    @Override
    public String needs() {
        return "integrations:write";
    }

    @Override
    public String icon() {
        return "plug";
    }

    @Override
    public int order() {
        return 10;
    }
}
