package com.srecopilot.incident.list;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import com.srecopilot.identity.Invalid;

import com.srecopilot.incident.IncidentView;

/** A place in the list of incidents. @param lead what the order goes by before the time, or null */
record IncidentCursor(boolean open, Instant detectedAt, int number, String lead) {

    static String after(IncidentView incident, IncidentOrder order) {
        String lead = order.lead(incident);
        return (incident.open() ? "o" : "r") + "_" + incident.detectedAt() + "_" + incident.number() + (lead == null ? "" : "_" + lead);
    }

    /**
     * @return null for no cursor
     * @throws Invalid when it is no cursor of ours
     */
    static IncidentCursor parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String[] parts = text.split("_", 4);
        try {
            return new IncidentCursor(parts[0].equals("o"), Instant.parse(parts[1]), Integer.parseInt(parts[2]), parts.length == 4 ? parts[3] : null);
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new Invalid("cursor", "is not one that a page before gave out", e);
        }
    }
}
