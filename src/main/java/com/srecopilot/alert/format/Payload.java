package com.srecopilot.alert.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One body as it came over the wire, already inflated.
 *
 * @param headers by their names in lower case
 * @param receivedAt to the millisecond; stands in where the sender gives no plausible time
 */
public record Payload(byte[] body, Instant receivedAt, Map<String, String> headers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Payload(byte[] body, Instant receivedAt) {
        this(body, receivedAt, Map.of());
    }

    /** "" when the sender did not send it. @param name in lower case */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The object inside of a text, such as the message in an envelope; empty when it is mere text. */
    public static Optional<JsonField> inside(JsonField text) {
        try {
            JsonNode node = text.text().startsWith("{") ? JSON.readTree(text.text()) : null;
            return Optional.ofNullable(node).map(root -> new JsonField(root, text.path()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

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
