package com.srecopilot.demo.pulse;

import java.time.Instant;
import java.util.Map;

/**
 * Something that is wrong for a while.
 *
 * @param full when all of it is there, after growing since {@code from}
 * @param until null for as long as it is not called off
 */
public record Disturbance(Map<String, Strain> strains, Instant from, Instant full, Instant until) {

    public Disturbance endedAt(Instant end) {
        return new Disturbance(strains, from, full, end);
    }

    Strain of(String service, long millis) {
        double grown = (millis - from.toEpochMilli()) / Math.max(1.0, full.toEpochMilli() - from.toEpochMilli());
        boolean over = until != null && millis >= until.toEpochMilli();
        return strains.getOrDefault(service, Strain.NONE).scaled(over ? 0 : Math.max(0, Math.min(1, grown)));
    }
}
