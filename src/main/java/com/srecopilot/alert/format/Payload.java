package com.srecopilot.alert.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One body as it came over the wire, already inflated.
 *
 * @param receivedAt to the millisecond; stands in where the sender gives no plausible time
 */
public record Payload(byte[] body, Instant receivedAt) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws Unreadable with line and column when it is not JSON */
    public JsonField json() {
        try {
            JsonNode root = JSON.readTree(body);
            if (root == null || root.isMissingNode()) {
                throw new Unreadable("", "The body is empty");
            }
            return new JsonField(root, "");
        } catch (JacksonException e) {
            throw new Unreadable("", "The body is not JSON: " + reason(e));
        }
    }

    /** The body for the receipt: PostgreSQL keeps no U+0000, so it shows as the replacement character. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    private static String reason(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return e.getOriginalMessage() + where;
    }
}
