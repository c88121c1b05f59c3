package com.srecopilot.catalog;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.NavigationItem;

@Component
class CatalogNavigation implements NavigationItem {

    @Override
    public String group() {
        return "";
    }

    @Override
    public String path() {
        return "/services";
    }

    @Override
    public String label() {
        return "Services";
    }

    @Override
    public String icon() {
        return "boxes";
    }

    @Override
    public int order() {
        return 40;
    }
}
