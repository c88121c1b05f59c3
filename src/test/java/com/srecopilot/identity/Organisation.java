package com.srecopilot.identity;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.srecopilot.tenancy.Actor;

/** A fresh organisation for each test that asks: tests share one database, never people. */
public record Organisation(UUID tenant, String admin, String viewer) {

    public static final String PASSWORD = "demo-Passw0rd!";

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** With an admin and a viewer, both of the password above. */
    public static Organisation found(Installation installation, People people) {
        String name = "org" + Long.toString(System.nanoTime(), 36) + NEXT.incrementAndGet();
        String admin = "ana@" + name + ".test";
        String viewer = "vic@" + name + ".test";
        UUID tenant = installation.found(name, "enterprise", "Ana Ruiz", admin, PASSWORD);
        Actor.system(tenant, "test").run(() -> people.add("Vic Tan", viewer, "viewer", PASSWORD));
        return new Organisation(tenant, admin, viewer);
    }

    public <T> T as(Supplier<T> work) {
        return Actor.system(tenant, "test").call(work);
    }
}
