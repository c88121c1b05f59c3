package com.srecopilot.identity;

import java.util.Map;
import java.util.UUID;

/**
 * A key that senders of alerts use; its id is the source of what they send.
 *
 * @param handling what rooms above do with its deliveries, by name, each as the revision of its settings; mostly empty
 */
public record IngestKey(UUID tenant, UUID id, String name, Map<String, String> handling) {

    /** Without anything special. */
    public IngestKey(UUID tenant, UUID id, String name) {
        this(tenant, id, name, Map.of());
    }
}
