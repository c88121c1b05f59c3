package com.srecopilot.incident.replay;

import java.util.UUID;

import com.srecopilot.tenancy.TenantEvent;

/** Somebody wants to see a draft of the grouping rules at work. It changes nothing, so no record is left. */
record ReplayAsked(UUID tenant, UUID replay) implements TenantEvent {
}
