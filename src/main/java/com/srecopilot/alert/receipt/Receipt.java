package com.srecopilot.alert.receipt;

import java.time.Instant;
import java.util.UUID;

/**
 * The record of one delivery, to be written.
 *
 * @param refusal why the body was refused, or null when it was accepted
 * @param alerts how many it held
 */
public record Receipt(UUID id, Instant receivedAt, UUID sourceId, String sourceName, String format, String refusal,
        String payload, int alerts) {
}
