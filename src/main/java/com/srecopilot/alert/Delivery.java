package com.srecopilot.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.identity.IngestKey;

/**
 * One body on its way into the database.
 *
 * @param refusal why it could not be read, or null
 * @param body as text, for the receipt
 */
record Delivery(UUID receipt, IngestKey source, String format, Instant receivedAt, List<IncomingAlert> alerts, String refusal,
        String body) {

    Delivery refused(String reason) {
        return new Delivery(receipt, source, format, receivedAt, alerts, reason, body);
    }
}
