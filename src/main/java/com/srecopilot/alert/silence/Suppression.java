package com.srecopilot.alert.silence;

import java.util.UUID;

/**
 * Why an alert calls nobody.
 *
 * @param rule {@code silence} or {@code maintenance}
 * @param reason in words
 */
public record Suppression(UUID silence, String rule, String reason) {
}
