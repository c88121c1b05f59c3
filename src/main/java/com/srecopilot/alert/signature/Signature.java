package com.srecopilot.alert.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a source's deliveries must carry.
 *
 * @param timestampHeader of a time that is signed along with the body; empty when there is none
 * @param tolerance how far that time may be off
 * @param secret encrypted; null for one that needs none
 * @param topics of Amazon SNS that may send, by their ARN
 */
public record Signature(Scheme scheme, String header, String timestampHeader, Duration tolerance, byte[] secret, Set<String> topics, UUID setBy, Instant setAt) {
}
