package com.srecopilot.catalog.page;

import com.srecopilot.catalog.ServiceHealth;
import com.srecopilot.catalog.ServiceView;

/** A service and how it does. */
record ServiceCard(ServiceView service, ServiceHealth health) {

    String value(String dimension) {
        String value = switch (dimension) {
            case "health" -> health.state();
            case "tier" -> service.tier();
            case "owner" -> service.owner();
            default -> service.region();
        };
        return value == null || value.isEmpty() ? ServiceFilter.NONE : value;
    }
}
