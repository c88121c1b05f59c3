package com.srecopilot.dashboard;

import java.util.Optional;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.NavigationItem;

/** The home page, first in the navigation. */
@Component
class DashboardNavigation implements NavigationItem {

    @Override
    public String group() {
        return "";
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public String label() {
        return "Dashboard";
    }

    @Override
    public String icon() {
        return "layout-dashboard";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String needs() {
        return "incidents:read";
    }

    @Override
    public Optional<String> nameOf(String path) {
        return path.equals("/") ? Optional.of(label()) : Optional.empty();
    }
}
