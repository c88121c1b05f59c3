package com.srecopilot.tenancy;

import java.util.UUID;

/**
 * An event that says whose it is. Listeners run as that tenant, also when the event is published again after a crash
 * and no caller is left. Carries ids, never content: the publication registry has no row-level security.
 */
public interface TenantEvent {

    UUID tenant();
}
