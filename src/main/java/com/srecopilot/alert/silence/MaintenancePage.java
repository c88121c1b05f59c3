package com.srecopilot.alert.silence;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.SettingsPage;

@Component
class MaintenancePage implements SettingsPage {

    @Override
    public String path() {
        return "/settings/maintenance";
    }

    @Override
    public String label() {
        return "Maintenance";
    }

    @Override
    public String description() {
        return "Planned work, once or every week, during which alerts call nobody.";
    }

    @Override
    public String needs() {
        return "alerts:read";
    }

    @Override
    public String icon() {
        return "wrench";
    }

    @Override
    public int order() {
        return 50;
    }
}
