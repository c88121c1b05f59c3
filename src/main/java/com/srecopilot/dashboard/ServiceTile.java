package com.srecopilot.dashboard;

import com.srecopilot.catalog.ServiceHealth;
import com.srecopilot.catalog.ServiceView;
import com.srecopilot.catalog.Sparkline;

/** A service on the home page: how it does now, and its alerts over the last day. */
public record ServiceTile(ServiceView service, ServiceHealth health, Sparkline alerts) {
}
