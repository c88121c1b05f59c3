package com.srecopilot.tenancy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * Whether senders stand in line on this node just now. Work in the background that can wait for some seconds then leaves
 * the machine to them: what they bring must be stored first.
 */
@Component
public class Rush {

    private static final long LASTS_NANOS = Duration.ofMillis(500).toNanos();
    /** So many in line at once come faster than they are served. */
    private static final int CROWD = 16;
    private static final long REST_MILLIS = 1_000;

    private volatile long until = System.nanoTime();
    private final Map<UUID, Long> crowdedUntil = new ConcurrentHashMap<>();

    /** @param tenant whose senders they are. @param inLine how many of them stand in line at this moment */
    public void goesOn(UUID tenant, int inLine) {
        until = System.nanoTime() + LASTS_NANOS;
        if (inLine >= CROWD) {
            crowdedUntil.put(tenant, until);
        }
    }

    public boolean isOn() {
        return until - System.nanoTime() > 0;
    }

    /** Whether more senders of this tenant stand in line than are served: then its own work waits, and no other tenant's. */
    public boolean isCrowded(UUID tenant) {
        Long until = crowdedUntil.get(tenant);
        return until != null && until - System.nanoTime() > 0;
    }

    /** How long work in the background should rest. @param took milliseconds that it has just taken */
    long restMillis(long took) {
        return Math.min(isOn() ? took * 2 : took / 2, REST_MILLIS);
    }
}
