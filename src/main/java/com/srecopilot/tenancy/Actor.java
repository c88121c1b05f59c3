package com.srecopilot.tenancy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who acts, for which tenant, and from where. Bound to the thread for the length of a request, a job or a listener;
 * every transaction begun meanwhile sees this tenant's rows and no others.
 *
 * @param id the person, or null for the system itself
 * @param permissions such as {@code incidents:write}; {@code *} stands for all
 * @param requestId what ties log lines, audit records and error pages of one request together, or null
 */
public record Actor(UUID tenant, UUID id, String name, String email, Set<String> permissions,
        String ip, String userAgent, String requestId) {

    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

    /** The product acting on its own, for instance {@code intake} or {@code engine}. It may do everything. */
    public static Actor system(UUID tenant, String name) {
        return new Actor(tenant, null, name, null, Set.of("*"), null, null, null);
    }

    /** @throws IllegalStateException when nobody acts on this thread */
    public static Actor current() {
        return present().orElseThrow(() -> new IllegalStateException("Nobody acts on this thread: bind an Actor first"));
    }

    public static Optional<Actor> present() {
        return Optional.ofNullable(CURRENT.get());
    }

    public boolean can(String permission) {
        return permissions.contains("*") || permissions.contains(permission);
    }

    public boolean isPerson() {
        return id != null;
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** @throws IllegalStateException when a transaction of another tenant is under way on this thread */
    public <T> T call(Supplier<T> work) {
        Actor before = CURRENT.get();
        refuseForeignTransaction(before);
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    private void refuseForeignTransaction(Actor before) {
        boolean sameTenant = before != null && before.tenant.equals(tenant);
        if (!sameTenant && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction can't change its tenant midway");
        }
    }

    private static void restore(Actor before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
