package com.srecopilot.telemetry;

import java.util.UUID;

/**
 * A span as it arrives.
 *
 * @param parentId null at the root
 * @param startMicros since the epoch
 * @param micros how long it took; never below zero
 * @param client whether it waited for another service's answer
 * @param peer whom a client says it calls, or null
 * @param stands for how many spans like it, itself among them, since its sampler left the others out
 */
public record SpanDraft(UUID traceId, long spanId, Long parentId, String service, String operation, long startMicros, long micros,
        boolean failed, boolean client, String peer, int stands) {
}
