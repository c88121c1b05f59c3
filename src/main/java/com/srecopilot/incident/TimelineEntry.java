package com.srecopilot.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.srecopilot.tenancy.TenantEvent;

/**
 * One thing that happened.
 *
 * @param actor the person's name, or the part of the product that acted
 * @param url where its subject can be seen, or null
 */
public record TimelineEntry(UUID id, int incident, Instant at, String kind, String label, String icon, UUID actorId,
        String actor, String text, String note, String url, String state) {

    /** Entries were written, to the timelines of the incidents of these numbers; open pages show them. */
    public record Added(UUID tenant, Map<Integer, List<UUID>> entries) implements TenantEvent {
    }
}
