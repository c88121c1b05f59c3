package com.srecopilot.analytics;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.NavigationItem;

@Component
class AnalyticsNavigation implements NavigationItem {

    @Override
    public String group() {
        return "Understand";
    }

    @Override
    public String path() {
        return "/analytics";
    }

    @Override
    public String label() {
        return "Analytics";
    }

    @Override
    public String icon() {
        return "chart-line";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String needs() {
        return "incidents:read";
    }
}
