package com.srecopilot.tenancy;

import java.time.Duration;

import org.springframework.stereotype.Component;

/**
 * Whether senders stand in line on this node just now. Work in the background that can wait for some seconds then leaves
 * the machine to them: what they bring must be stored first.
 */
@Component
public class Rush {

    private static final long LASTS_NANOS = Duration.ofMillis(500).toNanos();

    private volatile long until = System.nanoTime();

    /** Senders stand in line at this moment. */
    public void goesOn() {
        until = System.nanoTime() + LASTS_NANOS;
    }

    public boolean isOn() {
        return until - System.nanoTime() > 0;
    }
}
