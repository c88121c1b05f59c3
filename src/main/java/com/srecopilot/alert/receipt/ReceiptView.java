package com.srecopilot.alert.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A receipt as programs read it.
 *
 * @param reason why the body was refused, or null
 * @param alerts each as it was read, in the fields of an alert, with its {@code decisions}
 */
public record ReceiptView(UUID receipt, @JsonProperty("received_at") Instant receivedAt, String source, String format,
        String status, String reason, List<Map<String, Object>> alerts) {
}
