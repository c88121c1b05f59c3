package com.srecopilot.alert;

import java.util.Optional;

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
    public Optional<Badge> badge() {
        return Optional.of(new Badge(alerts.firingCount(), false));
    }

    @Override
    public String needs() {
        return "alerts:read";
    }
}
