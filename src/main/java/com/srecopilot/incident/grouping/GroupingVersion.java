package com.srecopilot.incident.grouping;

import java.time.Instant;

/**
 * Rules as they were from some time on.
 *
 * @param version 0 for those that hold before anybody has set any
 * @param restores the version that this one brought back, or null
 */
public record GroupingVersion(int version, GroupingRules rules, String changedBy, Instant changedAt, Integer restores) {
}
