package com.srecopilot.demo.simulator;

/**
 * Where a scenario plays: the parts that a tenant's services take.
 *
 * @param key the ingest key that its monitors send with
 * @param edge what everything comes in by, {@code front} what people see, {@code back} what that calls
 */
public record Stage(String key, String edge, String front, String back, String database, String region) {
}
