package com.srecopilot.incident.grouping;

/**
 * Why an alert is in its cluster.
 *
 * @param rule the reason, by name
 * @param detail in words
 */
public record Joining(Signal signal, Cluster cluster, String rule, String detail) {
}
