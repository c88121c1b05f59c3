package com.srecopilot.alert;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.NavigationItem;

@Component
class AlertNavigation implements NavigationItem {

    private final Alerts alerts;

    AlertNavigation(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String group() {
        return "";
    }

    @Override
    public String path() {
        return "/alerts";
    }

    @Override
    public String label() {
        return "Alerts";
    }

    @Override
    public String icon() {
        return "bell-ring";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String badge() {
        long firing = alerts.firingCount();
        return firing == 0 ? null : String.valueOf(firing);
    }

    @Override
    public String needs() {
        return "alerts:read";
    }
}
