package com.srecopilot.tenancy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/** The one clock: UTC wall time, unless the current thread replays another moment (demo history, tests). */
@Component
public class ProductClock extends Clock {

    private final ThreadLocal<Instant> replayed = new ThreadLocal<>();

    @Override
    public Instant instant() {
        Instant moment = replayed.get();
        return moment != null ? moment : Instant.now();
    }

    /** Runs the work as if it were that moment, on this thread only. */
    public <T> T at(Instant moment, Supplier<T> work) {
        Instant before = replayed.get();
        replayed.set(moment);
        try {
            return work.get();
        } finally {
            replayed.set(before);
        }
    }

    /** Whether this thread tells of another moment. */
    public boolean replays() {
        return replayed.get() != null;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }
}
