package com.srecopilot.identity;

import java.util.UUID;

/** A key that senders of alerts use; its id is the source of what they send. */
public record IngestKey(UUID tenant, UUID id, String name) {
}
