package com.srecopilot.catalog.page;

import java.util.List;

import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.ServiceHealth;
import com.srecopilot.catalog.Sparkline;

/** A line of the list. */
public record ServiceRow(ServiceDetail service, ServiceHealth health, Sparkline alerts) {

    ServiceRow(ServiceDetail service, ServiceHealth health, List<Long> hourly) {
        this(service, health, Sparkline.of(hourly));
    }
}
